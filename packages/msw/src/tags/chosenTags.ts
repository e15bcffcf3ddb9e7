import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import { type FoundTag, type Tag, type TagGroup, liveTags } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Which of the two libraries a call is about. */
export type Library = 'corp' | 'strategy'

/** What a list is asked for. */
export interface TagFilter {
  readonly tag_id?: readonly string[] | undefined
  readonly group_id?: readonly string[] | undefined
}

/** A group, and those of its tags that a list shows. */
export interface ChosenGroup {
  readonly group: TagGroup
  readonly tags: Tag[]
}

/**
 * What a list shows: everything that is not deleted; or, by id, deleted ones too. Where both ids are given, those of
 * groups count.
 *
 * @throws {Refusal} 40068: unknown id.
 */
export function chooseTags(
  tenant: Tenant,
  app: App,
  library: Library,
  { tag_id = [], group_id = [] }: TagFilter,
): ChosenGroup[] {
  if (group_id.length > 0) {
    const groups = new Set(group_id.map((id) => findGroup(tenant, app, library, id)))
    return [...groups].map((group) => ({ group, tags: group.tags }))
  }
  if (tag_id.length > 0) {
    const tags = new Set(tag_id.map((id) => findTag(tenant, app, library, id)))
    const groups = new Set([...tags].map(({ group }) => group))
    return [...groups].map((group) => ({
      group,
      tags: [...tags].flatMap((found) => (found.group === group ? [found.tag] : [])),
    }))
  }
  return tenant.tags
    .groups()
    .filter((group) => !group.deleted && isInLibrary(group, app, library))
    .map((group) => ({ group, tags: liveTags(group) }))
}

/**
 * The tags and groups that a call changes.
 *
 * @throws {Refusal} 40068: unknown or deleted. 301002: created by another app, or in the admin console.
 */
export function findOwnTags(tenant: Tenant, app: App, library: Library, ids: readonly string[]): FoundTag[] {
  return ids.map((id) => {
    const found = tenant.tags.findAny(id)
    const { group, tag = group } = found ?? {}
    if (!found || !group || !tag || tag.deleted || !isInLibrary(group, app, library)) throw unknown(id)
    if (tag.app !== app.name) throw new Refusal(301002)
    return found
  })
}

function findGroup(tenant: Tenant, app: App, library: Library, id: string): TagGroup {
  const { group, tag } = tenant.tags.findAny(id) ?? {}
  if (!group || tag || !isInLibrary(group, app, library)) throw unknown(id)
  return group
}

function findTag(tenant: Tenant, app: App, library: Library, id: string): { group: TagGroup; tag: Tag } {
  const { group, tag } = tenant.tags.findAny(id) ?? {}
  if (!group || !tag || !isInLibrary(group, app, library)) throw unknown(id)
  return { group, tag }
}

/** All apps see the corp's tags; a rule group's only the app that created them. */
function isInLibrary(group: TagGroup, app: App, library: Library): boolean {
  return library === 'corp'
    ? group.strategy_id === undefined
    : group.strategy_id !== undefined && group.app === app.name
}

function unknown(id: string): Refusal {
  return new Refusal(40068, `invalid tag id: ${id}`)
}
