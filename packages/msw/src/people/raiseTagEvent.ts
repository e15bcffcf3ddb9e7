import type { TenantEvent } from '../tenant/events.ts'
import type { FoundTag } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * Tells that somebody changed the library of tags. The rule group of a tag is not told: only WeCom's own app hears of it.
 */
export function raiseTagEvent(
  tenant: Tenant,
  { group, tag }: FoundTag,
  ChangeType: 'create' | 'update' | 'delete',
): TenantEvent {
  const which = tag ? { Id: tag.id, TagType: 'tag' } : { Id: group.group_id, TagType: 'tag_group' }
  return tenant.events.add({ Event: 'change_external_tag', ChangeType, ...which })
}
