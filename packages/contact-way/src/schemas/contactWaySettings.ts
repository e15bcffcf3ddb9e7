import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWayConclusionsParams, contactWayConclusionsParamsSchema } from './contactWayConclusionsParams.ts'

/** The settings of a contact way that can be changed later. */
export interface ContactWaySettings {
  /** Style of the mini-program button: 1, 2 or, with `type` 1 only, 3. Has effect only if `scene` is 1. */
  style?: 1 | 2 | 3 | undefined
  /** Note for yourself, at most 30 characters. */
  remark?: string | undefined
  /** Whether customers are added without the member's confirmation. Default true when created. */
  skip_verify?: boolean | undefined
  /** Source of the customers, at most 30 characters: returned as `state` in `getContact` and in events. */
  state?: string | undefined
  /**
   * userids of the members that customers add: exactly one if `type` is 1, at most 100 together with the members of
   * `party` if it is 2. An update replaces all earlier ones.
   */
  user?: string[] | undefined
  /** Departments with the members that customers add; no effect if `type` is 1. An update replaces all earlier ones. */
  party?: number[] | undefined
  /**
   * Seconds until the QR code of a temporary session expires, at most 1,209,600 (14 days); default 7 days.
   * No effect on other contact ways, which do not expire.
   */
  expires_in?: number | undefined
  /**
   * Duration of a temporary session in seconds, from the moment when the customer added the member, at most 1,209,600
   * (14 days); default 24 hours. No effect on other contact ways.
   */
  chat_expires_in?: number | undefined
  /**
   * Only for a temporary session: the one customer who may use it; default everybody.
   * Requires a WeChat developer id in the settings of customer contact (41057).
   */
  unionid?: string | undefined
  /**
   * Whether WeCom marks the customers as brought by this app, default true. Has effect for 营销获客 apps only;
   * only the app that created the contact way can change it.
   */
  mark_source?: boolean | undefined
  /** The closing words when a temporary session ends; no effect on other contact ways. */
  conclusions?: ContactWayConclusionsParams | undefined
}

/** Seconds, at most 14 days. */
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
