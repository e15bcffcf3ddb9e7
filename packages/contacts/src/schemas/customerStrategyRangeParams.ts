import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A member or a department to add to the range of a customer rule group, or to remove from this range. */
export interface CustomerStrategyRangeParams {
  /** Kind of the entry: 1 a member, 2 a department. */
  type: 1 | 2
  /** Userid of the member to add or remove. Required if `type` is 1 (a member). */
  userid?: string | undefined
  /** Id of the department to add or remove. Required if `type` is 2 (a department). */
  partyid?: number | undefined
}

export const customerStrategyRangeParamsSchema: v.GenericSchema<CustomerStrategyRangeParams> = v.pipe(
  wireObject<CustomerStrategyRangeParams>({
    type: v.picklist([1, 2]),
    userid: v.optional(v.pipe(v.string(), v.nonEmpty())),
    partyid: v.optional(v.pipe(v.number(), v.integer())),
  }),
  v.check(({ type, userid }) => type !== 1 || userid !== undefined, 'type 1 (a member) requires userid'),
  v.check(({ type, partyid }) => type !== 2 || partyid !== undefined, 'type 2 (a department) requires partyid'),
)
