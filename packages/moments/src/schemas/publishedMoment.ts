import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** A moment as one member published it. */
export interface PublishedMomentParams {
  moment_id: string
  /**
   * The member who published it. For a moment of the corp, a member whose `publish_status` in `listMomentTasks` is 1;
   * for all others the `creator`.
   */
  userid: string
}

export const publishedMomentEntries: Entries<PublishedMomentParams> = {
  moment_id: v.pipe(v.string(), v.nonEmpty()),
  userid: v.pipe(v.string(), v.nonEmpty()),
}
