import type { GroupChatJoinWay } from './getGroupChatJoinWay.ts'
import type { UpdateGroupChatJoinWayParams } from './updateGroupChatJoinWay.ts'

/**
 * Converts the result of `getGroupChatJoinWay` to parameters of `updateGroupChatJoinWay`. That call replaces the whole
 * join way, so fields that you do not send back are lost.
 *
 * @param joinWay - `join_way` from `getGroupChatJoinWay`.
 * @returns the join way without the fields that only WeCom sets.
 *
 * @example
 * const { join_way } = await getGroupChatJoinWay(client, { config_id: 'way-1' })
 * await updateGroupChatJoinWay(client, { ...toGroupChatJoinWayParams(join_way), state: 'shop-8' })
 */
export function toGroupChatJoinWayParams({
  qr_code: _qrCode,
  ...settings
}: GroupChatJoinWay): UpdateGroupChatJoinWayParams {
  // An unknown scene is left to the update, which refuses it with a clear message.
  return settings as UpdateGroupChatJoinWayParams
}
