import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** 0 the owner is in place, 1 the owner left, 2 being inherited, 3 inherited. */
export function groupChatStatus(tenant: Tenant, { owner, inheriting, handovers }: GroupChat): 0 | 1 | 2 | 3 {
  if (tenant.members.find(owner)?.resigned_at) return inheriting ? 2 : 1
  return handovers.at(-1)?.by === 'resigned' ? 3 : 0
}
