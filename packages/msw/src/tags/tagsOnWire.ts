import type { CustomerTag, CustomerTagGroup } from '@wecom/tags'
import type { Tag, TagGroup } from '../tenant/tags.ts'

/** A group with some of its tags, in the order in which people see them. */
export function toTagGroup(
  { group_id, group_name, create_time, order }: TagGroup,
  tags: readonly Tag[],
): CustomerTagGroup {
  return { group_id, group_name, create_time, order, tag: byWeight(tags).map(toTag) }
}

export function toTag({ id, name, create_time, order }: Tag): CustomerTag {
  return { id, name, create_time, order }
}

/** The larger weight first; of equals, the older. */
export function byWeight<Entry extends { readonly order: number }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => other.order - one.order)
}
