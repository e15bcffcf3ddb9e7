import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWayConclusionsParams, contactWayConclusionsParamsSchema } from './contactWayConclusionsParams.ts'

/** The settings of a contact way that can be changed later. */
export interface ContactWaySettings {
  /** Style of the mini-program button: 1, 2, or 3, which requires `type` 1. It has an effect only if `scene` is 1. */
  style?: 1 | 2 | 3 | undefined
  /** Your own note about the contact way, at most 30 characters. */
  remark?: string | undefined
  /** Whether customers are added without the member's confirmation. Default true in `createContactWay`. */
  skip_verify?: boolean | undefined
  /** Source of the customers, at most 30 characters. `getContact` and events return it as `state`. */
  state?: string | undefined
  /**
   * Userids of the members that customers add. Exactly one if `type` is 1. At most 100 if `type` is 2, together with
   * the members of `party`. An update replaces all earlier members.
   */
  user?: string[] | undefined
  /**
   * Ids of the departments whose members customers add. They have no effect if `type` is 1. An update replaces all
   * earlier departments.
   */
  party?: number[] | undefined
  /**
   * Time until the QR code of a temporary session expires, in seconds, at most 1,209,600 (14 days). Default: 7 days.
   * It has no effect on other contact ways, which do not expire.
   */
  expires_in?: number | undefined
  /**
   * Duration of a temporary session in seconds, from the time when the customer added the member. At most 1,209,600
   * (14 days). Default: 24 hours. It has no effect on other contact ways.
   */
  chat_expires_in?: number | undefined
  /**
   * Unionid of the only customer who may use a temporary session. Default: everybody may use it. It requires a WeChat
   * developer id in the settings of customer contact (41057).
   */
  unionid?: string | undefined
  /**
   * Whether WeCom marks the customers as brought by this app. Default true. It has an effect only for marketing
   * acquisition apps (营销获客). Only the app that created the contact way can change it.
   */
  mark_source?: boolean | undefined
  /** The closing message when a temporary session ends. It has no effect on other contact ways. */
  conclusions?: ContactWayConclusionsParams | undefined
}

/** Schema of a duration in seconds, at most 14 days. */
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
