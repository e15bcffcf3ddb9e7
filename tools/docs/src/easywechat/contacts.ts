import {
  batchGetContactsByUser,
  getContact,
  getContactTransferResultLegacy,
  listContactIds,
  listFollowUsers,
  listUnassignedContacts,
  transferContactLegacy,
  updateContactRemark,
} from '@wecom/contacts'
import type { Client } from '@wecom/core'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->external_contact->getFollowUsers();
 */
export async function externalContactGetFollowUsers(client: Client): Promise<unknown> {
  const { follow_user } = await listFollowUsers(client)
  return follow_user
}

/*
 * $app->external_contact->list('wangfang');
 */
export async function externalContactList(client: Client): Promise<unknown> {
  const { external_userid } = await listContactIds(client, {
    userid: 'wangfang',
  })
  return external_userid
}

/*
 * $app->external_contact->get('wmZhouTao');
 */
export async function externalContactGet(client: Client): Promise<unknown> {
  const { external_contact, follow_user } = await getContact(client, {
    external_userid: 'wmZhouTao',
  })
  return { external_contact, follow_user }
}

/*
 * $app->external_contact->batchGetByUser(['wangfang'], '', 100);
 */
export async function externalContactBatchGetByUser(client: Client): Promise<unknown> {
  // To read all pages, use iterateContacts. fail_info contains
  // the members without an interoperation licence
  // 读取全部分页：iterateContacts；缺少互通许可的成员
  // 见 fail_info
  const { external_contact_list } = await batchGetContactsByUser(client, {
    userid_list: ['wangfang'],
    limit: 100,
  })
  return external_contact_list
}

/*
 * $app->external_contact->remark([
 *     'userid' => 'wangfang',
 *     'external_userid' => 'wmZhouTao',
 *     'remark' => '周先生',
 *     'remark_mobiles' => ['13800000001'],
 * ]);
 */
export async function externalContactRemark(client: Client): Promise<void> {
  await updateContactRemark(client, {
    userid: 'wangfang',
    external_userid: 'wmZhouTao',
    remark: '周先生',
    remark_mobiles: ['13800000001'],
  })
}

/*
 * $app->external_contact->getUnassigned(0, 1000);
 */
export async function externalContactGetUnassigned(client: Client): Promise<unknown> {
  // In new code, use cursor in place of page_id
  // 新代码请用 cursor 代替 page_id
  const { info, is_last } = await listUnassignedContacts(client, {
    page_id: 0,
    page_size: 1000,
  })
  return { info, is_last }
}

/*
 * $app->external_contact->transfer(
 *     'wmZhouTao',
 *     'wangfang',
 *     'lina',
 *     '您好，之后由李娜为您服务。'
 * );
 */
export async function externalContactTransfer(client: Client): Promise<void> {
  // WeCom no longer maintains this call. In new code, use
  // transferContacts for active members, and
  // transferResignedContacts for members who have left
  // 已停止维护，新代码请用 transferContacts（在职）、
  // transferResignedContacts（离职）
  await transferContactLegacy(client, {
    external_userid: 'wmZhouTao',
    handover_userid: 'wangfang',
    takeover_userid: 'lina',
    transfer_success_msg: '您好，之后由李娜为您服务。',
  })
}

/*
 * $app->external_contact->getTransferResult(
 *     'wmZhouTao',
 *     'wangfang',
 *     'lina'
 * );
 */
export async function externalContactGetTransferResult(client: Client): Promise<unknown> {
  // WeCom no longer maintains this call. In new code, use
  // listContactTransferResults for active members, and
  // listResignedContactTransferResults for members who have left
  // 已停止维护，新代码请用 listContactTransferResults（在职）、
  // listResignedContactTransferResults（离职）
  const { status } = await getContactTransferResultLegacy(client, {
    external_userid: 'wmZhouTao',
    handover_userid: 'wangfang',
    takeover_userid: 'lina',
  })
  return status
}
