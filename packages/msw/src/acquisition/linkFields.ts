import type { AcquisitionPriorityOptionParams, AcquisitionRangeParams } from '@wecom/acquisition'
import type { AcquisitionLink } from '../tenant/acquisition.ts'

/** A range, as the tenant keeps it. It is always replaced as a whole. */
export function toRange({
  user_list = [],
  department_list = [],
}: AcquisitionRangeParams): Pick<AcquisitionLink, 'user_list' | 'department_list'> {
  return { user_list, department_list }
}

/** A priority option, as the tenant keeps it. It is always replaced as a whole. */
export function toPriority({
  priority_type,
  priority_userid_list,
}: AcquisitionPriorityOptionParams): Pick<AcquisitionLink, 'priority_type' | 'priority_userid_list'> {
  return {
    ...(priority_type !== undefined && { priority_type }),
    ...(priority_type === 2 && { priority_userid_list: priority_userid_list ?? [] }),
  }
}
