import type * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import { type TagGroup, liveTags } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownTag } from './knownTag.ts'
import type { Outcome } from './people.ts'
import { raiseTagEvent } from './raiseTagEvent.ts'

export interface AdminRenamesTag {
  /** Id of a tag or of a group. */
  readonly id: string
  readonly name: string
}

export const adminRenamesTagSchema: v.GenericSchema<AdminRenamesTag> = seedRow<AdminRenamesTag>({ id, name: id })

/**
 * Somebody renames a tag or a group in the admin console.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such tag, or the name is taken.
 */
export function adminRenamesTag(
  tenant: Tenant,
  { id: wanted, name }: AdminRenamesTag,
): Outcome & { readonly tag_group: TagGroup } {
  const found = knownTag(tenant, wanted)
  const { group, tag } = found
  const namesakes = tag
    ? liveTags(group).filter((other) => other !== tag && other.name === name)
    : tenant.tags
        .groups()
        .filter((other) => other !== group && !other.deleted && other.strategy_id === group.strategy_id)
        .filter((other) => other.group_name === name)
  if (namesakes.length > 0) throw new InputError('name', `${wanted} cannot be named ${name}: another one is`)

  tenant.tags.change(found, { name })
  return { events: [raiseTagEvent(tenant, found, 'update')], tag_group: structuredClone(group) }
}
