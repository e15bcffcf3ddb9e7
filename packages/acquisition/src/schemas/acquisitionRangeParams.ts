import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * Who is to receive the customers of an acquisition link: members, departments, or both. At most 500 members in all,
 * those of the departments included; each within the app's scope or among those whom customers may connect to.
 */
export interface AcquisitionRangeParams {
  /** userids, at most 500. */
  user_list?: string[] | undefined
  /** Department ids. */
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
