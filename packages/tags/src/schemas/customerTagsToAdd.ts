import { type Entries, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** Tags to create, and the group that they go into: one that exists, or a new one. */
export interface CustomerTagsToAdd {
  /** A group that exists; `group_name` and `order` are ignored then. Required without `group_name`; never empty. */
  group_id?: string | undefined
  /**
   * Name of the group to create, at most 30 characters. Where a group has that name already, the tags go into it.
   * Required without `group_id`.
   */
  group_name?: string | undefined
  /** Sort weight of the new group, from 0 to 4294967295: the larger comes first. */
  order?: number | undefined
  /** At least one: there are no empty groups. A name that is given twice makes one tag. */
  tag: NewCustomerTag[]
}

export interface NewCustomerTag {
  /** 1 to 30 characters. */
  name: string
  /** Sort weight, from 0 to 4294967295: the larger comes first. */
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

/** The rule between the two names of a group. Beside `group_id` WeCom ignores `group_name`, which may be empty then. */
export function requireTagGroup<Params extends CustomerTagsToAdd>(): v.CheckAction<Params, string> {
  return v.check(
    ({ group_id, group_name }) => Boolean(group_id) || Boolean(group_name),
    'one of group_id and group_name is required',
  )
}
