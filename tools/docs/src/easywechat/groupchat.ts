import type { Client } from '@wecom/core'
import { getGroupChat, listGroupChats, transferResignedGroupChats } from '@wecom/groupchat'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->external_contact->getGroupChats([
 *     'status_filter' => 0,
 *     'owner_filter' => [
 *         'userid_list' => ['wangfang'],
 *         'partyid_list' => [7],
 *     ],
 *     'offset' => 0,
 *     'limit' => 100,
 * ]);
 */
export async function externalContactGetGroupChats(client: Client): Promise<unknown> {
  // offset and partyid_list are old parameters of WeCom.
  // New code uses cursor, and no partyid_list
  // 新代码请用 cursor 代替 offset，不再用 partyid_list
  const { group_chat_list } = await listGroupChats(client, {
    status_filter: 0,
    owner_filter: {
      userid_list: ['wangfang'],
      partyid_list: [7],
    },
    offset: 0,
    limit: 100,
  })
  return group_chat_list
}

/*
 * $app->external_contact->getGroupChat('wrOldFriends');
 */
export async function externalContactGetGroupChat(client: Client): Promise<unknown> {
  const { group_chat } = await getGroupChat(client, {
    chat_id: 'wrOldFriends',
  })
  return group_chat
}

/*
 * $app->external_contact->transferGroupChat(
 *     ['wrOldFriends', 'wrNewHomes'],
 *     'lina'
 * );
 */
export async function externalContactTransferGroupChat(client: Client): Promise<unknown> {
  const { failed_chat_list } = await transferResignedGroupChats(client, {
    chat_id_list: ['wrOldFriends', 'wrNewHomes'],
    new_owner: 'lina',
  })
  return failed_chat_list
}
