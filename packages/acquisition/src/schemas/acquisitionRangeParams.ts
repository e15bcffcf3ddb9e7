import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The members and departments of an acquisition link. WeCom selects one of these members for each customer who uses the
 * link, and the customer adds this member. There may be at most 500 members in total, including the members of the
 * departments. Each member must be in the app's visible range, or among the members that `getAcquisitionPermit`
 * returns.
 */
export interface AcquisitionRangeParams {
  /** Userids of the members whom customers can add, at most 500. */
  user_list?: string[] | undefined
  /** Ids of departments. Customers can add the members of these departments. */
  department_list?: number[] | undefined
}

export const acquisitionRangeParamsSchema: v.GenericSchema<AcquisitionRangeParams> = v.pipe(
  wireObject<AcquisitionRangeParams>({
    user_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(500))),
    department_list: v.optional(v.array(v.pipe(v.number(), v.integer()))),
  }),
  v.check(
    ({ user_list = [], department_list = [] }) => user_list.length + department_list.length > 0,
    'user_list and department_list cannot both be empty',
  ),
)
