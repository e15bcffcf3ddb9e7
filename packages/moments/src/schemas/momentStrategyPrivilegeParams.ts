import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import type { MomentStrategyPrivilege } from './momentStrategyPrivilege.ts'

/**
 * The rights to give to the admins of a moment rule group. The admins get each right that is true or omitted, and lose
 * each right that is false.
 */
export type MomentStrategyPrivilegeParams = {
  [Right in keyof MomentStrategyPrivilege]?: MomentStrategyPrivilege[Right] | undefined
}

export const momentStrategyPrivilegeParamsSchema: v.GenericSchema<MomentStrategyPrivilegeParams> =
  wireObject<MomentStrategyPrivilegeParams>({
    view_moment_list: v.optional(v.boolean()),
    send_moment: v.optional(v.boolean()),
    manage_moment_cover_and_sign: v.optional(v.boolean()),
  })
