import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** A moment as one member published it. */
export interface PublishedMomentParams {
  moment_id: string
  /**
   * The member who published it: of a moment made by the corp, one whose `publish_status` in `listMomentTasks` is 1;
   * of any other its `creator`.
   */
  userid: string
}

export const publishedMomentEntries: Entries<PublishedMomentParams> = {
  moment_id: v.pipe(v.string(), v.nonEmpty()),
  userid: v.pipe(v.string(), v.nonEmpty()),
}
