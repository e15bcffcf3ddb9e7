import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

/** A join way as it is written. */
export interface GroupChatJoinWaySettings {
  /** 1 button in a mini program, 2 QR code. */
  scene: 1 | 2
  /** Note for yourselves. WeCom cuts it to 30 characters without a word. */
  remark?: string | undefined
  /** 1 or left out: a new group is opened when the others are full. 0: none is. A number, no boolean. */
  auto_create_room?: 0 | 1 | undefined
  /** What the names of groups opened that way start with, at most 40 characters. */
  room_base_name?: string | undefined
  /** The number of the first group opened that way: base name X and base id 10 make X10, X11, … */
  room_base_id?: number | undefined
  /** The groups that customers are led to, 1 to 5. */
  chat_id_list: string[]
  /** Where customers came from, at most 30 characters: `state` of those who joined by this way, in `getGroupChat`. */
  state?: string | undefined
  /** Whether those who joined are marked as coming by this app, default true. Of effect for 营销获客 apps only. */
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
