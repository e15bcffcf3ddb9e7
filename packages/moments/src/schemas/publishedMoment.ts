import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** A moment, and one of the members who published it. */
export interface PublishedMomentParams {
  moment_id: string
  /**
   * Userid of a member who published the moment. If the corp created the moment, use a member whose `publish_status` in
   * `listMomentTasks` is 1 (published). If a member created the moment, use the `creator` from `listMoments`.
   */
  userid: string
}

export const publishedMomentEntries: Entries<PublishedMomentParams> = {
  moment_id: v.pipe(v.string(), v.nonEmpty()),
  userid: v.pipe(v.string(), v.nonEmpty()),
}
