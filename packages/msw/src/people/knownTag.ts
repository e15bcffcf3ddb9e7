import { InputError } from '../InputError.ts'
import { type FoundTag, liveTags } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { some } from './people.ts'

/**
 * @param field - of the input, that holds the id.
 * @throws {RangeError} no tag or group has the id, or it was deleted.
 */
export function knownTag(tenant: Tenant, id: string, field = 'id'): FoundTag {
  const found = tenant.tags.findAny(id)
  if (found && !(found.tag ?? found.group).deleted) return found
  const ids = tenant.tags
    .groups()
    .flatMap((group) => (group.deleted ? [] : [group.group_id, ...liveTags(group).map((tag) => tag.id)]))
  throw new InputError(field, `There is no tag or tag group ${id}; ${some(ids)}`)
}
