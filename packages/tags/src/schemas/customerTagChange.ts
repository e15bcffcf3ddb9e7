import { type Entries, maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'
import { tagOrderSchema } from './tagOrder.ts'

/** The new values of a tag or of a tag group. */
export interface CustomerTagChange {
  /** Id of the tag or tag group to change. */
  id: string
  /**
   * New name of the tag or tag group, at most 30 characters. The name of a tag group must be unique in the corp. The
   * name of a tag must be unique in its tag group.
   */
  name?: string | undefined
  /** New sort weight of the tag or tag group, from 0 to 4294967295. Larger values come first. */
  order?: number | undefined
}

export const customerTagChangeEntries: Entries<CustomerTagChange> = {
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.optional(v.pipe(v.string(), maxCharacters(30))),
  order: v.optional(tagOrderSchema),
}
