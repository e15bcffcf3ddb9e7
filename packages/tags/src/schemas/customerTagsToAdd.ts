import { type Entries, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** Tags to create, and the tag group to add them to. The tag group may be a new one. */
export interface CustomerTagsToAdd {
  /**
   * Id of an existing tag group to add the tags to. The id must not be empty. If you pass this id, WeCom ignores
   * `group_name` and `order`. If you do not pass it, `group_name` is required.
   */
  group_id?: string | undefined
  /**
   * Name of the tag group to create, at most 30 characters. If a tag group with this name exists already, WeCom adds
   * the tags to this tag group. Required if you pass no `group_id`.
   */
  group_name?: string | undefined
  /** Sort weight of the new tag group, from 0 to 4294967295. Larger values come first. */
  order?: number | undefined
  /**
   * Tags to create. At least one is required, because tag groups cannot be empty. If two entries have the same name,
   * WeCom creates only one tag.
   */
  tag: NewCustomerTag[]
}

export interface NewCustomerTag {
  /** Name of the new tag, 1 to 30 characters. */
  name: string
  /** Sort weight of the new tag, from 0 to 4294967295. Larger values come first. */
  order?: number | undefined
}

export const customerTagsToAddEntries: Entries<CustomerTagsToAdd> = {
  group_id: v.optional(v.pipe(v.string(), v.nonEmpty())),
  group_name: v.optional(v.pipe(v.string(), maxCharacters(30))),
  order: v.optional(tagOrderSchema),
  tag: v.pipe(
    v.array(
      wireObject<NewCustomerTag>({
        name: v.pipe(v.string(), v.nonEmpty(), maxCharacters(30)),
        order: v.optional(tagOrderSchema),
      }),
    ),
    v.nonEmpty(),
  ),
}

export function requireTagGroup<Params extends CustomerTagsToAdd>(): v.CheckAction<Params, string> {
  return v.check(
    // An empty `group_name` beside a `group_id` is allowed, because WeCom ignores it.
    ({ group_id, group_name }) => Boolean(group_id) || Boolean(group_name),
    'one of group_id and group_name is required',
  )
}
