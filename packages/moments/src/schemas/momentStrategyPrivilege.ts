import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The rights of the admins of a moment rule group. A group with a parent has the rights of its parent. */
export interface MomentStrategyPrivilege {
  /** See all moments that the members publish. */
  view_moment_list: boolean
  /** Ask members to publish moments. */
  send_moment: boolean
  /** Set cover and signature of the moments. Added in 2022; absent from older answers. */
  manage_moment_cover_and_sign?: boolean | undefined
}

export const momentStrategyPrivilegeSchema: v.GenericSchema<MomentStrategyPrivilege> =
  wireObject<MomentStrategyPrivilege>({
    view_moment_list: v.boolean(),
    send_moment: v.boolean(),
    manage_moment_cover_and_sign: v.optional(v.boolean()),
  })
