import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWayConclusionsParams, contactWayConclusionsParamsSchema } from './contactWayConclusionsParams.ts'

/** What of a contact way can be set and, later, changed. */
export interface ContactWaySettings {
  /** Look of the button in a mini program: 1, 2 or, with `type` 1 only, 3. Of effect where `scene` is 1. */
  style?: 1 | 2 | 3 | undefined
  /** Note for yourselves, at most 30 characters. */
  remark?: string | undefined
  /** Whether customers are added without the member's confirmation. Created with true where left out. */
  skip_verify?: boolean | undefined
  /** Where customers came from, at most 30 characters: `state` in the customer's detail and in the events. */
  state?: string | undefined
  /**
   * userids of the members whom customers add: exactly one where `type` is 1, at most 100 together with those of
   * `party` where it is 2. An update replaces all earlier ones.
   */
  user?: string[] | undefined
  /** Departments whose members customers add; no effect where `type` is 1. An update replaces all earlier ones. */
  party?: number[] | undefined
  /**
   * Seconds in which the QR code of a temporary session can be used, at most 1,209,600 (14 days); default 7 days.
   * No effect on other ways, which do not expire.
   */
  expires_in?: number | undefined
  /**
   * Seconds that a temporary session lasts from when the customer added the member, at most 1,209,600 (14 days);
   * default 24 hours. No effect on other ways.
   */
  chat_expires_in?: number | undefined
  /**
   * Only for a temporary session: the one customer who may use it; everybody where left out.
   * Needs a WeChat developer id bound in the settings of customer contact (41057).
   */
  unionid?: string | undefined
  /**
   * Whether customers are marked as coming by this app, default true. Of effect for 营销获客 apps only;
   * only the app that created the way changes it.
   */
  mark_source?: boolean | undefined
  /** The messages that the customer gets when a temporary session ends; no effect on other ways. */
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
