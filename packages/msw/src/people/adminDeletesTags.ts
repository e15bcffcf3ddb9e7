import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import { deleteTags } from '../tags/deleteTags.ts'
import type { TagGroup } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownTag } from './knownTag.ts'
import type { Outcome } from './people.ts'
import { raiseTagEvent } from './raiseTagEvent.ts'

export interface AdminDeletesTags {
  /** Ids of tags and of groups. */
  readonly id: string[]
}

export const adminDeletesTagsSchema: v.GenericSchema<AdminDeletesTags> = seedRow<AdminDeletesTags>({
  id: v.pipe(v.array(id), v.nonEmpty()),
})

/**
 * Somebody deletes tags or groups in the admin console. Of the tags of a deleted group apps are not told.
 *
 * @returns the groups that lost something, as they are now.
 * @throws {RangeError} no such tag.
 */
export function adminDeletesTags(
  tenant: Tenant,
  { id: ids }: AdminDeletesTags,
): Outcome & { readonly tag_group: TagGroup[] } {
  const found = [...new Set(ids)].map((wanted) => knownTag(tenant, wanted))
  deleteTags(tenant, found)
  return {
    events: found.map((gone) => raiseTagEvent(tenant, gone, 'delete')),
    tag_group: structuredClone([...new Set(found.map(({ group }) => group))]),
  }
}
