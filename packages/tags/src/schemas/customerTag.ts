import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A customer tag of the corp or of a rule group. */
export interface CustomerTag {
  id: string
  name: string
  /** Creation time of the tag, in unix seconds. */
  create_time: number
  /** Sort weight of the tag. Tags with a larger value come first. */
  order: number
}

export const customerTagEntries: Entries<CustomerTag> = {
  id: v.string(),
  name: v.string(),
  create_time: v.number(),
  order: v.number(),
}

export const customerTagSchema: v.GenericSchema<CustomerTag> = wireObject<CustomerTag>(customerTagEntries)
