import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import type { Follows } from './contacts.ts'

/** A group of corp tags (企业标签), or of tags that belong to a rule group (规则组标签). */
export interface TagGroup {
  group_id: string
  group_name: string
  /** Time at which the tag group was created, in unix seconds. */
  create_time: number
  /** Weight for sorting. Tag groups with a greater weight come first. */
  order: number
  /** Id of the rule group that the tags belong to. Missing for corp tags. */
  strategy_id?: number | undefined
  /** Name of the app that created the tag group. Missing if an admin created it in the admin console. */
  app?: string | undefined
  /** Whether the tag group is deleted. Apps can still read a deleted tag group by its id. */
  deleted?: boolean | undefined
  tags: Tag[]
}

export interface Tag {
  /** Id of the tag. It starts with `et` for a corp tag, and with `st` for a tag of a rule group. */
  id: string
  name: string
  /** Time at which the tag was created, in unix seconds. */
  create_time: number
  /** Weight for sorting. Tags with a greater weight come first. */
  order: number
  /**
   * Name of the app that created the tag. Missing if an admin created the tag in the admin console. Another app may
   * have created the tag group of this tag.
   */
  app?: string | undefined
  deleted?: boolean | undefined
}

interface NewTags {
  /** Name of the app that creates the tags. Missing if an admin creates them in the admin console. */
  readonly app?: string | undefined
  readonly strategy_id?: number | undefined
  readonly group_id?: string | undefined
  readonly group_name?: string | undefined
  /** Weight for sorting of a new tag group. An existing tag group keeps its weight. */
  readonly order?: number | undefined
  readonly tag: readonly { readonly name: string; readonly order?: number | undefined }[]
}

export interface TagChange {
  readonly name?: string | undefined
  readonly order?: number | undefined
}

/** Result of a search by id: a tag with its tag group, or a tag group alone (`tag` is missing). */
export interface FoundTag {
  readonly group: TagGroup
  readonly tag?: Tag | undefined
}

// Corp tags and tags of rule groups together.
const maxTags = 10_000

export class Tags {
  readonly #clock: Clock
  readonly #random: Random
  #groups: TagGroup[] = []
  readonly #byId = new Map<string, FoundTag>()

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  load(groups: readonly TagGroup[]): void {
    this.#groups = []
    this.#byId.clear()
    for (const group of groups) this.#addGroup(group)
  }

  /** Returns all tag groups, deleted ones included. */
  groups(): readonly TagGroup[] {
    return this.#groups
  }

  find(id: string): { readonly group: TagGroup; readonly tag: Tag } | undefined {
    const { group, tag } = this.#byId.get(id) ?? {}
    return group && tag && !tag.deleted ? { group, tag } : undefined
  }

  findAny(id: string): FoundTag | undefined {
    return this.#byId.get(id)
  }

  create({ app, strategy_id, group_id, group_name = '', order = 0, tag }: NewTags): { group: TagGroup; tags: Tag[] } {
    // If a name occurs twice, only one tag is created.
    const wanted = [...new Map(tag.map((entry) => [entry.name, entry.order ?? 0]))]
    const known = group_id
      ? this.#liveGroup(group_id, strategy_id)
      : this.#liveGroups(strategy_id).find((group) => group.group_name === group_name)
    for (const [name] of wanted) if (known) checkTagName(known, name)
    if (this.#count() + wanted.length > maxTags) throw new Refusal(40126)

    const [prefix, create_time] = [strategy_id === undefined ? 'et' : 'st', this.#clock.seconds()]
    const origin = app === undefined ? {} : { app }
    const group: TagGroup = known ?? {
      group_id: this.#newId(prefix),
      group_name,
      create_time,
      order,
      ...(strategy_id === undefined ? {} : { strategy_id }),
      ...origin,
      tags: [],
    }
    if (!known) this.#addGroup(group)
    const tags = wanted.map(([name, weight]): Tag => ({
      id: this.#newId(prefix),
      name,
      create_time,
      order: weight,
      ...origin,
    }))
    for (const added of tags) this.#addTag(group, added)
    return { group, tags }
  }

  change({ group, tag }: FoundTag, { name, order }: TagChange): void {
    if (tag) {
      if (name !== undefined) checkTagName(group, name, tag)
      Object.assign(tag, given({ name, order }))
      return
    }
    const namesake = this.#liveGroups(group.strategy_id).find((other) => other.group_name === name)
    if (namesake && namesake !== group) throw new Refusal(40071, `tag group name exists: ${name}`)
    Object.assign(group, given({ group_name: name, order }))
  }

  delete(found: readonly FoundTag[]): Set<string> {
    const gone = found.flatMap(({ group, tag }) => (tag ? [tag] : liveTags(group)))
    for (const tag of gone) tag.deleted = true
    for (const { group } of found) if (liveTags(group).length === 0) group.deleted = true
    return new Set(gone.map(({ id }) => id))
  }

  #count(): number {
    return this.#groups.reduce((sum, group) => sum + liveTags(group).length, 0)
  }

  #liveGroups(strategy_id: number | undefined): TagGroup[] {
    return this.#groups.filter((group) => !group.deleted && group.strategy_id === strategy_id)
  }

  #liveGroup(group_id: string, strategy_id: number | undefined): TagGroup {
    const found = this.#liveGroups(strategy_id).find((group) => group.group_id === group_id)
    if (!found) throw new Refusal(40068, `invalid tag group id: ${group_id}`)
    return found
  }

  #newId(prefix: string): string {
    return drawFree(
      () => prefix + this.#random.text(30),
      (id) => this.#byId.has(id),
    )
  }

  #addGroup(group: TagGroup): void {
    this.#groups.push(group)
    this.#byId.set(group.group_id, { group })
    for (const tag of group.tags) this.#byId.set(tag.id, { group, tag })
  }

  #addTag(group: TagGroup, tag: Tag): void {
    group.tags.push(tag)
    this.#byId.set(tag.id, { group, tag })
  }
}

export function liveTags(group: TagGroup): Tag[] {
  return group.tags.filter(({ deleted }) => !deleted)
}

/**
 * Deletes tags and tag groups, and removes the deleted tags from all customers. Use this function instead of
 * `Tags.delete`, which leaves the tags on the customers.
 */
export function deleteTags(
  { tags, follows }: { readonly tags: Tags; readonly follows: Follows },
  found: readonly FoundTag[],
): void {
  const gone = tags.delete(found)
  for (const follow of follows.list()) {
    if (follow.tag_ids.some((id) => gone.has(id))) {
      follows.change(follow, { tag_ids: follow.tag_ids.filter((id) => !gone.has(id)) })
    }
  }
}

function checkTagName(group: TagGroup, name: string, own?: Tag): void {
  const namesake = liveTags(group).find((tag) => tag.name === name)
  if (namesake && namesake !== own) throw new Refusal(40071, `tag name exists: ${name}`)
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
