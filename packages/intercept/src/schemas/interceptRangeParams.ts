import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Members and departments whose messages a sensitive-word rule checks. All must be in the app's visible range. */
export interface InterceptRangeParams {
  /** Userids of the members whose messages the rule checks, at most 1000 per call. */
  user_list?: string[] | undefined
  /** Ids of departments, at most 1000 per call. The rule checks the messages of the members of these departments. */
  department_list?: number[] | undefined
}

export const interceptRangeParamsSchema: v.GenericSchema<InterceptRangeParams> = wireObject<InterceptRangeParams>({
  user_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(1000))),
  department_list: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(1000))),
})
