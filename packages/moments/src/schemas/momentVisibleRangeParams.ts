import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The members who publish a moment, and the customers who can see it:
 * - If only `sender_list` is set, the members in it publish the moment to all their customers.
 * - If only `external_contact_list` is set, the members who have these customers publish the moment to these customers.
 * - If both are set, the given members publish the moment to the given customers.
 *
 * If `sender_list` or `external_contact_list` is set, it must contain at least one id. WeCom could treat an empty list
 * as all members or all customers.
 */
export interface MomentVisibleRangeParams {
  sender_list?: MomentSendersParams | undefined
  external_contact_list?: MomentCustomersParams | undefined
}

/**
 * Members who are asked to publish the moment. WeCom leaves out members outside the app's visible range, and
 * `getMomentTaskResult` returns their userids.
 */
export interface MomentSendersParams {
  /** Userids of the members who publish the moment, at most 100,000. */
  user_list?: string[] | undefined
  /** Ids of the departments whose members publish the moment. */
  department_list?: number[] | undefined
}

/** Customers who can see the moment. */
export interface MomentCustomersParams {
  /** Ids of customer tags. Customers with one of these tags can see the moment. */
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
