import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

/** The settings of a join way, a QR code or mini-program button through which customers join group chats. */
export interface GroupChatJoinWaySettings {
  /** Kind of the join way: 1 mini-program button, 2 QR code. */
  scene: 1 | 2
  /** Your own note about the join way. WeCom cuts it to 30 characters without an error. */
  remark?: string | undefined
  /**
   * Whether WeCom creates another group chat when all group chats of the join way are full: 1 yes (default), 0 no.
   * WeCom requires a number, not a boolean.
   */
  auto_create_room?: 0 | 1 | undefined
  /** Beginning of the name of each group chat that WeCom creates (see `auto_create_room`). At most 40 characters. */
  room_base_name?: string | undefined
  /**
   * Number after `room_base_name` in the name of the first group chat that WeCom creates. For example, `room_base_name`
   * X and `room_base_id` 10 result in the names X10, X11, …
   */
  room_base_id?: number | undefined
  /** Ids of the group chats that customers join through the join way, 1 to 5. */
  chat_id_list: string[]
  /**
   * Text that you choose to recognise the source of the customers, at most 30 characters. For each person who joined
   * through the join way, `getGroupChat` returns this text in the field `state`.
   */
  state?: string | undefined
  /**
   * Whether WeCom records this app as the source of the customers who join through the join way. Default true. The
   * field has an effect only for marketing acquisition apps (营销获客).
   */
  mark_source?: boolean | undefined
}

export const groupChatJoinWaySettingsEntries: Entries<GroupChatJoinWaySettings> = {
  scene: v.picklist([1, 2]),
  remark: v.optional(v.string()),
  auto_create_room: v.optional(v.picklist([0, 1])),
  room_base_name: v.optional(v.pipe(v.string(), maxCharacters(40))),
  room_base_id: v.optional(v.pipe(v.number(), v.integer())),
  chat_id_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(5)),
  state: v.optional(v.pipe(v.string(), maxCharacters(30))),
  mark_source: v.optional(v.boolean()),
}
