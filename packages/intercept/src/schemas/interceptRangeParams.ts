import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Members and departments in the app's scope, as they are put into or taken out of the range of a rule. */
export interface InterceptRangeParams {
  /** userids, at most 1000 a call. */
  user_list?: string[] | undefined
  /** Ids of departments, at most 1000 a call. */
  department_list?: number[] | undefined
}

export const interceptRangeParamsSchema: v.GenericSchema<InterceptRangeParams> = wireObject<InterceptRangeParams>({
  user_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(1000))),
  department_list: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(1000))),
})
