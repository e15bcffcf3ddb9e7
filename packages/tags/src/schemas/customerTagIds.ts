import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** Ids that select tags and whole tag groups. */
export interface CustomerTagIds {
  tag_id?: string[] | undefined
  /** Ids of tag groups. Each id selects the tag group and all of its tags. */
  group_id?: string[] | undefined
}

const idsSchema: v.GenericSchema<string[]> = v.array(v.pipe(v.string(), v.nonEmpty()))

export const customerTagIdsEntries: Entries<CustomerTagIds> = {
  tag_id: v.optional(idsSchema),
  group_id: v.optional(idsSchema),
}

/**
 * Returns a Valibot check that refuses parameters if both `tag_id` and `group_id` are missing or empty. Do not use the
 * check for calls that apply to all tags if no id is given.
 */
export function requireCustomerTagIds<Params extends CustomerTagIds>(): v.CheckAction<Params, string> {
  return v.check(
    ({ tag_id = [], group_id = [] }) => tag_id.length > 0 || group_id.length > 0,
    'at least one id in tag_id or group_id is required',
  )
}
