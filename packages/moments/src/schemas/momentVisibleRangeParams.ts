import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * With senders alone: they publish, to all their customers. With customers alone: the members who have them publish,
 * to these customers. With both: these members, to these customers.
 *
 * Each of the two holds at least one id, lest an empty list come to mean everybody: leave out what is not meant.
 */
export interface MomentVisibleRangeParams {
  sender_list?: MomentSendersParams | undefined
  external_contact_list?: MomentCustomersParams | undefined
}

/** Members who are asked to publish. Those out of the app's scope are left out; `getMomentTaskResult` names them. */
export interface MomentSendersParams {
  /** userids, at most 100,000. */
  user_list?: string[] | undefined
  /** Department ids. */
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
