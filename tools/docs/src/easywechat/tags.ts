import type { Client } from '@wecom/core'
import { createCorpTags, deleteCorpTags, listCorpTags, markCustomerTags, updateCorpTag } from '@wecom/tags'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->external_contact->getCorpTags(['etHigh', 'etLow']);
 */
export async function externalContactGetCorpTags(client: Client): Promise<unknown> {
  // Without parameters, the result contains all tags
  // 不传参数：列出全部标签
  const { tag_group } = await listCorpTags(client, {
    tag_id: ['etHigh', 'etLow'],
  })
  return tag_group
}

/*
 * $app->external_contact->addCorpTag([
 *     'group_name' => '意向',
 *     'order' => 1,
 *     'tag' => [
 *         ['name' => '高', 'order' => 2],
 *         ['name' => '低', 'order' => 1],
 *     ],
 * ]);
 */
export async function externalContactAddCorpTag(client: Client): Promise<unknown> {
  const { tag_group } = await createCorpTags(client, {
    group_name: '意向',
    order: 1,
    tag: [
      { name: '高', order: 2 },
      { name: '低', order: 1 },
    ],
  })
  return tag_group
}

/*
 * $app->external_contact->updateCorpTag('etHigh', '很高', 10);
 */
export async function externalContactUpdateCorpTag(client: Client): Promise<void> {
  await updateCorpTag(client, {
    id: 'etHigh',
    name: '很高',
    order: 10,
  })
}

/*
 * $app->external_contact->deleteCorpTag(
 *     ['etHigh', 'etLow'],
 *     ['etGroupOld']
 * );
 */
export async function externalContactDeleteCorpTag(client: Client): Promise<void> {
  await deleteCorpTags(client, {
    tag_id: ['etHigh', 'etLow'],
    group_id: ['etGroupOld'],
  })
}

/*
 * $app->external_contact->markTags([
 *     'userid' => 'wangfang',
 *     'external_userid' => 'wmZhouTao',
 *     'add_tag' => ['etHigh'],
 *     'remove_tag' => ['etLow'],
 * ]);
 */
export async function externalContactMarkTags(client: Client): Promise<void> {
  await markCustomerTags(client, {
    userid: 'wangfang',
    external_userid: 'wmZhouTao',
    add_tag: ['etHigh'],
    remove_tag: ['etLow'],
  })
}
