import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import { liveTags } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'
import { raiseTagEvent } from './raiseTagEvent.ts'

export interface AdminCreatesTags {
  /** Name of a group of corp tags: one that is there, or a new one. */
  readonly group_name: string
  /** Names of the tags. */
  readonly tag: string[]
}

export const adminCreatesTagsSchema: v.GenericSchema<AdminCreatesTags> = seedRow<AdminCreatesTags>({
  group_name: id,
  tag: v.pipe(v.array(id), v.nonEmpty()),
})

/**
 * Somebody creates corp tags in the admin console. Apps can use these, but not change them.
 *
 * @throws {RangeError} the group has a tag of that name.
 */
export function adminCreatesTags(
  tenant: Tenant,
  { group_name, tag }: AdminCreatesTags,
): Outcome & { readonly group_id: string; readonly tag_id: string[] } {
  const known = tenant.tags
    .groups()
    .find((group) => !group.deleted && group.strategy_id === undefined && group.group_name === group_name)
  const taken = known && liveTags(known).find(({ name }) => tag.includes(name))
  if (taken) throw new InputError('tag', `Group ${group_name} has a tag ${taken.name} already: ${taken.id}`)

  const { group, tags } = tenant.tags.create({ group_name, tag: tag.map((name) => ({ name })) })
  const created = [...(known ? [] : [{ group }]), ...tags.map((added) => ({ group, tag: added }))]
  return {
    group_id: group.group_id,
    tag_id: tags.map((added) => added.id),
    events: created.map((found) => raiseTagEvent(tenant, found, 'create')),
  }
}
