import type { GroupChatJoinWay } from './getGroupChatJoinWay.ts'
import type { UpdateGroupChatJoinWayParams } from './updateGroupChatJoinWay.ts'

/**
 * Converts a result of `getGroupChatJoinWay` to parameters of `updateGroupChatJoinWay`. Use it to change some settings
 * and keep the others, because `updateGroupChatJoinWay` clears every setting that its parameters do not contain.
 *
 * @param joinWay - `join_way` from `getGroupChatJoinWay`.
 * @returns parameters with the settings of the join way, without the fields that only WeCom sets.
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
