import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** The changes to a tag or a tag group. */
export interface CustomerTagChange {
  /** Id of a tag or of a tag group. */
  id: string
  /** New name, at most 30 characters. Names of tag groups are unique, and names of tags within their tag group. */
  name?: string | undefined
  /** New sort weight, from 0 to 4294967295: larger values come first. */
  order?: number | undefined
}

export const customerTagChangeEntries: Entries<CustomerTagChange> = {
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.optional(v.pipe(v.string(), maxCharacters(30))),
  order: v.optional(tagOrderSchema),
}
