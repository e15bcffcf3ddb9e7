import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The members and departments that receive the customers of an acquisition link. At most 500 members, those of the
 * departments included; each in the app's visible range or among the members of `getAcquisitionPermit`.
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
