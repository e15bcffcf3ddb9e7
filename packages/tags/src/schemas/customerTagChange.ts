import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** The changes to a tag or to a tag group. */
export interface CustomerTagChange {
  /** Id of a tag or of a tag group. */
  id: string
  /**
   * New name, at most 30 characters. The name of a tag group must be unique in the corp, the name of a tag within its
   * tag group.
   */
  name?: string | undefined
  /** New sort weight, from 0 to 4294967295. Larger values come first. */
  order?: number | undefined
}

export const customerTagChangeEntries: Entries<CustomerTagChange> = {
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.optional(v.pipe(v.string(), maxCharacters(30))),
  order: v.optional(tagOrderSchema),
}
