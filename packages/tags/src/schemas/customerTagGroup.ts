import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTag, customerTagSchema } from './customerTag.ts'

/** A tag group of the corp or of a rule group, with its tags. */
export interface CustomerTagGroup {
  group_id: string
  group_name: string
  /** Creation time of the tag group, in unix seconds. */
  create_time: number
  /** Sort weight of the tag group. Tag groups with a larger value come first. */
  order: number
  tag: CustomerTag[]
}

export const customerTagGroupEntries: Entries<CustomerTagGroup> = {
  group_id: v.string(),
  group_name: v.string(),
  create_time: v.number(),
  order: v.number(),
  tag: v.array(customerTagSchema),
}

export const customerTagGroupSchema: v.GenericSchema<CustomerTagGroup> =
  wireObject<CustomerTagGroup>(customerTagGroupEntries)
