import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The members who publish a moment, and the customers who see it:
 * - With senders only, these members publish to all their customers.
 * - With customers only, the members of these customers publish to them.
 * - With both, these members publish to these customers.
 *
 * Senders and customers each need at least one id, because an empty list could mean everybody. Omit a field that you do
 * not need.
 */
export interface MomentVisibleRangeParams {
  sender_list?: MomentSendersParams | undefined
  external_contact_list?: MomentCustomersParams | undefined
}

/**
 * Members who publish the moment. WeCom leaves out members outside the app's visible range. `getMomentTaskResult` names
 * these.
 */
export interface MomentSendersParams {
  /** Userids of the members, at most 100,000. */
  user_list?: string[] | undefined
  /** Ids of the departments. */
  department_list?: number[] | undefined
}

/** Customers who may see the moment. */
export interface MomentCustomersParams {
  /** Ids of customer tags. */
  tag_list?: string[] | undefined
}

export const momentVisibleRangeParamsSchema: v.GenericSchema<MomentVisibleRangeParams> =
  wireObject<MomentVisibleRangeParams>({
    sender_list: v.optional(
      v.pipe(
        wireObject<MomentSendersParams>({
          user_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(100_000))),
          department_list: v.optional(v.array(v.pipe(v.number(), v.integer()))),
        }),
        v.check(
          ({ user_list = [], department_list = [] }) => user_list.length > 0 || department_list.length > 0,
          'at least one id in user_list or department_list is required; without sender_list all members are asked',
        ),
      ),
    ),
    external_contact_list: v.optional(
      v.pipe(
        wireObject<MomentCustomersParams>({
          tag_list: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
        }),
        v.check(
          ({ tag_list = [] }) => tag_list.length > 0,
          'at least one id in tag_list is required; without external_contact_list all customers are reached',
        ),
      ),
    ),
  })
