import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWayConclusionsParams, contactWayConclusionsParamsSchema } from './contactWayConclusionsParams.ts'

/** Settings of a contact way. You set them when you create the contact way, and can change them later. */
export interface ContactWaySettings {
  /**
   * Style of the mini-program button: 1, 2 or 3. Style 3 requires `type` 1. The style has an effect only if `scene` is
   * 1 (mini-program button).
   */
  style?: 1 | 2 | 3 | undefined
  /** Your own note about the contact way, at most 30 characters. */
  remark?: string | undefined
  /** Whether a customer is added at once, without the member's confirmation. Default true in `createContactWay`. */
  skip_verify?: boolean | undefined
  /**
   * Text that you choose to recognise the source of the customers, at most 30 characters. For each customer who used
   * the contact way, `getContact` and events contain this text in the field `state`.
   */
  state?: string | undefined
  /**
   * Userids of the members whom customers add. If `type` is 1 (one member), the list must contain exactly one userid.
   * If `type` is 2 (several members), the list and the departments in `party` may contain at most 100 members in total.
   * In an update, this list replaces the earlier list.
   */
  user?: string[] | undefined
  /**
   * Ids of departments. Customers add the members of these departments. The ids have no effect if `type` is 1 (one
   * member). In an update, this list replaces the earlier list.
   */
  party?: number[] | undefined
  /**
   * Lifetime of the QR code in seconds, at most 1,209,600 (14 days). Default: 7 days. It has an effect only on contact
   * ways for temporary sessions, because other contact ways do not expire.
   */
  expires_in?: number | undefined
  /**
   * Duration of a temporary session in seconds, at most 1,209,600 (14 days). The session starts when the customer adds
   * the member. Default: 24 hours. It has no effect on contact ways without temporary sessions.
   */
  chat_expires_in?: number | undefined
  /**
   * Unionid (an id of WeChat) of the only customer who may use the contact way. It has an effect only on contact ways
   * for temporary sessions. Default: everybody may use the contact way. If the corp has not bound a WeChat developer
   * account, WeCom refuses a unionid with errcode 41057.
   */
  unionid?: string | undefined
  /**
   * Whether WeCom records this app as the source of the customers who use the contact way. Default true. The field has
   * an effect only for marketing acquisition apps (营销获客). Only the app that created the contact way can change this
   * setting.
   */
  mark_source?: boolean | undefined
  /**
   * Closing message (结束语) that WeCom sends to the customer when a temporary session ends. It has no effect on contact
   * ways without temporary sessions.
   */
  conclusions?: ContactWayConclusionsParams | undefined
}

const durationSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14 * 24 * 60 * 60))

export const contactWaySettingsEntries: Entries<ContactWaySettings> = {
  style: v.optional(v.picklist([1, 2, 3])),
  remark: v.optional(v.pipe(v.string(), maxCharacters(30))),
  skip_verify: v.optional(v.boolean()),
  state: v.optional(v.pipe(v.string(), maxCharacters(30))),
  user: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(100))),
  party: v.optional(v.array(v.pipe(v.number(), v.integer()))),
  expires_in: v.optional(durationSchema),
  chat_expires_in: v.optional(durationSchema),
  unionid: v.optional(v.string()),
  mark_source: v.optional(v.boolean()),
  conclusions: v.optional(contactWayConclusionsParamsSchema),
}
