import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The rights of the admins of a moment rule group (客户朋友圈规则组). If the rule group has a parent group, the rights of the
 * parent group apply instead.
 */
export interface MomentStrategyPrivilege {
  /** Whether the admins of the rule group may see all moments that the members of the rule group publish. */
  view_moment_list: boolean
  /** Whether the members of the rule group may publish moments. */
  send_moment: boolean
  /**
   * Whether the admins of the rule group may set the cover and the signature of the members' moments. WeCom added this
   * right in about 2022, so older recorded answers do not contain it.
   */
  manage_moment_cover_and_sign?: boolean | undefined
}

export const momentStrategyPrivilegeSchema: v.GenericSchema<MomentStrategyPrivilege> =
  wireObject<MomentStrategyPrivilege>({
    view_moment_list: v.boolean(),
    send_moment: v.boolean(),
    manage_moment_cover_and_sign: v.optional(v.boolean()),
  })
