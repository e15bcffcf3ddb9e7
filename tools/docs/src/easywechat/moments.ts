import type { Client } from '@wecom/core'
import {
  getMomentComments,
  listMomentCustomers,
  listMoments,
  listMomentSendResults,
  listMomentTasks,
} from '@wecom/moments'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->external_contact_moment->list([
 *     'start_time' => 1760000000,
 *     'end_time' => 1760600000,
 *     'creator' => 'wangfang',
 *     'filter_type' => 1,
 *     'limit' => 20,
 * ]);
 */
export async function externalContactMomentList(client: Client): Promise<unknown> {
  const { moment_list } = await listMoments(client, {
    start_time: 1760000000,
    end_time: 1760600000,
    creator: 'wangfang',
    filter_type: 1,
    limit: 20,
  })
  return moment_list
}

/*
 * $app->external_contact_moment->getTasks('mom1', '', 500);
 */
export async function externalContactMomentGetTasks(client: Client): Promise<unknown> {
  const { task_list } = await listMomentTasks(client, {
    moment_id: 'mom1',
    limit: 500,
  })
  return task_list
}

/*
 * $app->external_contact_moment->getCustomers(
 *     'mom1',
 *     'wangfang',
 *     '',
 *     500
 * );
 */
export async function externalContactMomentGetCustomers(client: Client): Promise<unknown> {
  const { customer_list } = await listMomentCustomers(client, {
    moment_id: 'mom1',
    userid: 'wangfang',
    limit: 500,
  })
  return customer_list
}

/*
 * $app->external_contact_moment->getSendResult(
 *     'mom1',
 *     'wangfang',
 *     '',
 *     3000
 * );
 */
export async function externalContactMomentGetSendResult(client: Client): Promise<unknown> {
  const { customer_list } = await listMomentSendResults(client, {
    moment_id: 'mom1',
    userid: 'wangfang',
    limit: 3000,
  })
  return customer_list
}

/*
 * $app->external_contact_moment->getComments('mom1', 'wangfang');
 */
export async function externalContactMomentGetComments(client: Client): Promise<unknown> {
  const { comment_list, like_list } = await getMomentComments(client, {
    moment_id: 'mom1',
    userid: 'wangfang',
  })
  return { comment_list, like_list }
}
