import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The rights of the admins of a moment rule group. A group with a parent has the rights of its parent. */
export interface MomentStrategyPrivilege {
  /** Whether admins may see all moments that the members publish. */
  view_moment_list: boolean
  /** Whether admins may ask members to publish moments. */
  send_moment: boolean
  /**
   * Whether admins may set cover and signature of the moments. WeCom added this right in 2022, so older answers lack
   * it.
   */
  manage_moment_cover_and_sign?: boolean | undefined
}

export const momentStrategyPrivilegeSchema: v.GenericSchema<MomentStrategyPrivilege> =
  wireObject<MomentStrategyPrivilege>({
    view_moment_list: v.boolean(),
    send_moment: v.boolean(),
    manage_moment_cover_and_sign: v.optional(v.boolean()),
  })
