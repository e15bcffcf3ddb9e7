import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** A moment as one member published it. */
export interface PublishedMomentParams {
  moment_id: string
  /**
   * Userid of the member who published the moment. For a moment of the corp, this is a member whose `publish_status` in
   * `listMomentTasks` is 1. For all others it is the `creator`.
   */
  userid: string
}

export const publishedMomentEntries: Entries<PublishedMomentParams> = {
  moment_id: v.pipe(v.string(), v.nonEmpty()),
  userid: v.pipe(v.string(), v.nonEmpty()),
}
