import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The rights of the admins of a moment rule group. If the rule group has a parent group, the rights of the parent group
 * apply.
 */
export interface MomentStrategyPrivilege {
  /** Whether admins may see all moments that the members of the rule group publish. */
  view_moment_list: boolean
  /** Whether admins may ask members to publish moments. */
  send_moment: boolean
  /**
   * Whether admins may set the cover and the signature of the members' moments. Absent in answers from before 2022,
   * when WeCom added this right.
   */
  manage_moment_cover_and_sign?: boolean | undefined
}

export const momentStrategyPrivilegeSchema: v.GenericSchema<MomentStrategyPrivilege> =
  wireObject<MomentStrategyPrivilege>({
    view_moment_list: v.boolean(),
    send_moment: v.boolean(),
    manage_moment_cover_and_sign: v.optional(v.boolean()),
  })
