import type { GroupChatJoinWay } from './getGroupChatJoinWay.ts'
import type { UpdateGroupChatJoinWayParams } from './updateGroupChatJoinWay.ts'

/**
 * A join way that was read, as `updateGroupChatJoinWay` takes it. That call replaces the whole join way: what is not
 * sent back is lost.
 *
 * @param joinWay - `join_way` from `getGroupChatJoinWay`.
 * @returns all of it but what only WeCom sets.
 *
 * @example
 * const { join_way } = await getGroupChatJoinWay(client, { config_id: 'way-1' })
 * await updateGroupChatJoinWay(client, { ...toGroupChatJoinWayParams(join_way), state: 'shop-8' })
 */
export function toGroupChatJoinWayParams({
  qr_code: _qrCode,
  ...settings
}: GroupChatJoinWay): UpdateGroupChatJoinWayParams {
  // A scene of a kind that is not known yet is refused by the update itself, with a message that says so.
  return settings as UpdateGroupChatJoinWayParams
}
