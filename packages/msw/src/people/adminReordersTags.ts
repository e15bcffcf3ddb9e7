import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import { type TagGroup, liveTags } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownTag } from './knownTag.ts'
import { type Outcome, some } from './people.ts'

export interface AdminReordersTags {
  /** The group whose tags are reordered. */
  readonly group_id: string
  /** All tags of the group, in their new order. */
  readonly tag_id: string[]
}

export const adminReordersTagsSchema: v.GenericSchema<AdminReordersTags> = seedRow<AdminReordersTags>({
  group_id: id,
  tag_id: v.array(id),
})

/**
 * Somebody reorders the tags of a group in the admin console.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group, or these are not its tags.
 */
export function adminReordersTags(
  tenant: Tenant,
  { group_id, tag_id }: AdminReordersTags,
): Outcome & { readonly tag_group: TagGroup } {
  const { group } = knownTag(tenant, group_id, 'group_id')
  const tags = liveTags(group)
  const isComplete = tags.length === tag_id.length && tags.every((tag) => tag_id.includes(tag.id))
  if (!isComplete)
    throw new InputError('tag_id', `Group ${group_id} has other tags than these; ${some(tags.map((tag) => tag.id))}`)

  for (const tag of tags) tag.order = tag_id.length - tag_id.indexOf(tag.id)
  return {
    events: [tenant.events.add({ Event: 'change_external_tag', ChangeType: 'shuffle', Id: group_id })],
    tag_group: structuredClone(group),
  }
}
