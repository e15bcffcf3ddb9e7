import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** What is changed of a tag or of a group. */
export interface CustomerTagChange {
  /** Id of a tag, or of a group. */
  id: string
  /** New name, at most 30 characters: not that of another group, or of another tag in the same group. */
  name?: string | undefined
  /** New sort weight, from 0 to 4294967295: the larger comes first. */
  order?: number | undefined
}

export const customerTagChangeEntries: Entries<CustomerTagChange> = {
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.optional(v.pipe(v.string(), maxCharacters(30))),
  order: v.optional(tagOrderSchema),
}
