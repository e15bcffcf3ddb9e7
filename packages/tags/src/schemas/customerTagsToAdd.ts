import { type Entries, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** Tags to create, and their tag group: an existing one, or a new one. */
export interface CustomerTagsToAdd {
  /** An existing tag group; `group_name` and `order` are then ignored. Required without `group_name`; never empty. */
  group_id?: string | undefined
  /**
   * Name of the tag group to create, at most 30 characters. If a tag group has this name, the tags go into it.
   * Required without `group_id`.
   */
  group_name?: string | undefined
  /** Sort weight of the new tag group, from 0 to 4294967295: larger values come first. */
  order?: number | undefined
  /** At least one, because tag groups cannot be empty. Two entries with the same name create one tag. */
  tag: NewCustomerTag[]
}

export interface NewCustomerTag {
  /** 1 to 30 characters. */
  name: string
  /** Sort weight, from 0 to 4294967295: larger values come first. */
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

/** The rule for `group_id` and `group_name`. If `group_id` is given, WeCom ignores `group_name`, which may be empty. */
export function requireTagGroup<Params extends CustomerTagsToAdd>(): v.CheckAction<Params, string> {
  return v.check(
    ({ group_id, group_name }) => Boolean(group_id) || Boolean(group_name),
    'one of group_id and group_name is required',
  )
}
