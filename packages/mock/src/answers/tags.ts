import {
  createCorpTagsEndpoint,
  createStrategyTagsEndpoint,
  type CustomerTag,
  type CustomerTagGroup,
  deleteCorpTagsEndpoint,
  deleteStrategyTagsEndpoint,
  listCorpTagsEndpoint,
  listStrategyTagsEndpoint,
  markCustomerTagsEndpoint,
  updateCorpTagEndpoint,
  updateStrategyTagEndpoint,
} from '@wecom/tags'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'
import { deleteTags, type FoundTag, liveTags, type Tag, type TagChange, type TagGroup } from '../state/tags.ts'
import { serve, type Served } from './serve.ts'
import { findCustomer } from './visible.ts'

function toTagGroup({ group_id, group_name, create_time, order }: TagGroup, tags: readonly Tag[]): CustomerTagGroup {
  return { group_id, group_name, create_time, order, tag: byWeight(tags).map(toTag) }
}

function toTag({ id, name, create_time, order }: Tag): CustomerTag {
  return { id, name, create_time, order }
}

function byWeight<Entry extends { readonly order: number }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => other.order - one.order)
}

/** Corp tags (企业标签) or tags of rule groups (规则组标签). */
type TagKind = 'corp' | 'strategy'

interface TagFilter {
  readonly tag_id?: readonly string[] | undefined
  readonly group_id?: readonly string[] | undefined
}

interface ChosenGroup {
  readonly group: TagGroup
  readonly tags: Tag[]
}

function chooseTags(corp: Corp, app: App, kind: TagKind, { tag_id = [], group_id = [] }: TagFilter): ChosenGroup[] {
  // Ids of tags have no effect beside ids of tag groups. Both may also name deleted tags.
  if (group_id.length > 0) {
    const groups = new Set(group_id.map((id) => findGroup(corp, app, kind, id)))
    return [...groups].map((group) => ({ group, tags: group.tags }))
  }
  if (tag_id.length > 0) {
    const tags = new Set(tag_id.map((id) => findTag(corp, app, kind, id)))
    const groups = new Set([...tags].map(({ group }) => group))
    return [...groups].map((group) => ({
      group,
      tags: [...tags].flatMap((found) => (found.group === group ? [found.tag] : [])),
    }))
  }
  return corp.tags
    .groups()
    .filter((group) => !group.deleted && isOfKind(group, app, kind))
    .map((group) => ({ group, tags: liveTags(group) }))
}

function findOwnTags(corp: Corp, app: App, kind: TagKind, ids: readonly string[]): FoundTag[] {
  return ids.map((id) => {
    const found = corp.tags.findAny(id)
    const { group, tag = group } = found ?? {}
    if (!found || !group || !tag || tag.deleted || !isOfKind(group, app, kind)) throw unknown(id)
    if (tag.app !== app.name) throw new Refusal(301002)
    return found
  })
}

function findGroup(corp: Corp, app: App, kind: TagKind, id: string): TagGroup {
  const { group, tag } = corp.tags.findAny(id) ?? {}
  if (!group || tag || !isOfKind(group, app, kind)) throw unknown(id)
  return group
}

function findTag(corp: Corp, app: App, kind: TagKind, id: string): { group: TagGroup; tag: Tag } {
  const { group, tag } = corp.tags.findAny(id) ?? {}
  if (!group || !tag || !isOfKind(group, app, kind)) throw unknown(id)
  return { group, tag }
}

function isOfKind(group: TagGroup, app: App, kind: TagKind): boolean {
  // All apps see corp tags. Only the app that created a tag group of a rule group sees it.
  return kind === 'corp' ? group.strategy_id === undefined : group.strategy_id !== undefined && group.app === app.name
}

function unknown(id: string): Refusal {
  return new Refusal(40068, `invalid tag id: ${id}`)
}

function changeTag(
  corp: Corp,
  app: App,
  kind: TagKind,
  { id, name, order }: TagChange & { readonly id: string },
): Record<string, never> {
  if (name === '') throw new Refusal(40072)
  for (const found of findOwnTags(corp, app, kind, [id])) corp.tags.change(found, { name, order })
  return {}
}

const listCorpTagsServed: Served = serve(
  listCorpTagsEndpoint,
  (corp, params, { app }) => {
    // WeCom marks the tag or the group as deleted, depending on the ids of the call.
    const byGroup = (params.group_id ?? []).length > 0
    const byTag = !byGroup && (params.tag_id ?? []).length > 0
    const chosen = chooseTags(corp, app, 'corp', params)
    return {
      tag_group: chosen
        .toSorted((one, other) => other.group.order - one.group.order)
        .map(({ group, tags }) => ({
          ...toTagGroup(group, tags),
          ...(byTag && { deleted: group.deleted ?? false }),
          tag: byWeight(tags).map((tag) => ({
            ...toTag(tag),
            ...((byTag || byGroup) && { deleted: tag.deleted ?? false }),
          })),
        })),
    }
  },
  { failureFields: { tag_group: [] } },
)

const createCorpTagsServed: Served = serve(
  createCorpTagsEndpoint,
  (corp, { group_id, group_name, order, tag }, { app }) => {
    const { group, tags } = corp.tags.create({ app: app.name, group_id, group_name, order, tag })
    return { tag_group: toTagGroup(group, tags) }
  },
  { missing: { 'tag.name': 41018 }, invalid: { group_name: 40072, 'tag.name': 40072 } },
)

const updateCorpTagServed: Served = serve(
  updateCorpTagEndpoint,
  (corp, params, { app }) => changeTag(corp, app, 'corp', params),
  { missing: { id: 40068 }, invalid: { name: 40072 } },
)

const deleteCorpTagsServed: Served = serve(deleteCorpTagsEndpoint, (corp, { tag_id = [], group_id = [] }, { app }) => {
  deleteTags(corp, findOwnTags(corp, app, 'corp', [...tag_id, ...group_id]))
  return {}
})

const listStrategyTagsServed: Served = serve(
  listStrategyTagsEndpoint,
  (corp, { strategy_id: wanted, ...filter }, { app }) => {
    if (wanted) corp.strategies.get(app, wanted)
    const tag_group = chooseTags(corp, app, 'strategy', filter).flatMap(({ group, tags }) => {
      const { strategy_id, deleted } = group
      if (strategy_id === undefined || deleted || (wanted && strategy_id !== wanted)) return []
      const live = tags.filter((tag) => !tag.deleted)
      return live.length === 0 ? [] : [{ ...toTagGroup(group, live), strategy_id }]
    })
    return { tag_group: tag_group.toSorted((one, other) => other.order - one.order) }
  },
  { failureFields: { tag_group: [] } },
)

const createStrategyTagsServed: Served = serve(
  createStrategyTagsEndpoint,
  (corp, { strategy_id, group_id, group_name, order, tag }, { app }) => {
    const { parent_id } = corp.strategies.get(app, strategy_id)
    if (parent_id !== 0) throw new Refusal(40058, 'only rule groups of the first level can have tags')
    const { group, tags } = corp.tags.create({ app: app.name, strategy_id, group_id, group_name, order, tag })
    return { tag_group: toTagGroup(group, tags) }
  },
  { missing: { 'tag.name': 41018 }, invalid: { group_name: 40072, 'tag.name': 40072 } },
)

const updateStrategyTagServed: Served = serve(
  updateStrategyTagEndpoint,
  (corp, params, { app }) => changeTag(corp, app, 'strategy', params),
  { missing: { id: 40068 }, invalid: { name: 40072 } },
)

const deleteStrategyTagsServed: Served = serve(
  deleteStrategyTagsEndpoint,
  (corp, { tag_id = [], group_id = [] }, { app }) => {
    deleteTags(corp, findOwnTags(corp, app, 'strategy', [...tag_id, ...group_id]))
    return {}
  },
)

// Tags that one member can add to one customer.
const maxTags = 3000

const markCustomerTagsServed: Served = serve(
  markCustomerTagsEndpoint,
  (corp, { userid, external_userid, add_tag = [], remove_tag = [] }, { app }) => {
    const member = corp.members.visibleMember(app, userid)
    findCustomer(corp, external_userid)
    const follow = corp.follows.find(userid, external_userid)
    if (!follow || !servesCustomers(member)) throw new Refusal(84061)
    for (const id of [...add_tag, ...remove_tag]) checkTag(corp, app, member, id)

    const removed = new Set(remove_tag)
    const tag_ids = [...new Set([...follow.tag_ids, ...add_tag])].filter((id) => !removed.has(id))
    if (tag_ids.length > maxTags) throw new Refusal(40144)
    corp.follows.change(follow, { tag_ids })
    return {}
  },
  { missing: { userid: 41009, external_userid: 41035 } },
)

function checkTag(corp: Corp, app: App, member: Member, id: string): void {
  const { group } = corp.tags.find(id) ?? {}
  if (!group || (group.strategy_id !== undefined && group.app !== app.name)) {
    throw new Refusal(40068, `invalid tag id: ${id}`)
  }
  if (group.strategy_id !== undefined && !corp.strategies.manages(app, group.strategy_id, member)) {
    throw new Refusal(60011)
  }
}

export const tagsServed: readonly Served[] = [
  createCorpTagsServed,
  createStrategyTagsServed,
  deleteCorpTagsServed,
  deleteStrategyTagsServed,
  listCorpTagsServed,
  listStrategyTagsServed,
  markCustomerTagsServed,
  updateCorpTagServed,
  updateStrategyTagServed,
]
