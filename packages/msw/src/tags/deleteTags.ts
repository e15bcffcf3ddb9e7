import type { FoundTag } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Takes tags out of the library, and off the customers who have them. */
export function deleteTags(tenant: Tenant, found: readonly FoundTag[]): void {
  const gone = tenant.tags.delete(found)
  for (const follow of tenant.follows.list()) {
    if (follow.tag_ids.some((id) => gone.has(id))) {
      tenant.follows.change(follow, { tag_ids: follow.tag_ids.filter((id) => !gone.has(id)) })
    }
  }
}
