import type { GetMomentTaskResultResult, MomentTaskResult } from './getMomentTaskResult.ts'

/** How a task of `createMomentTask` stands. */
export type MomentTaskOutcome = PendingMomentTask | FinishedMomentTask

/** WeCom is still at it. */
export interface PendingMomentTask {
  state: 'pending'
}

export type FinishedMomentTask = CreatedMomentTask | FailedMomentTask

/** The moment exists. Its members are asked to publish it, but for those in `refused`. */
export interface CreatedMomentTask {
  state: 'created'
  moment_id: string
  refused: RefusedMomentRange
  /** As WeCom gave it. */
  result: MomentTaskResult
}

/** There is no moment. */
export interface FailedMomentTask {
  state: 'failed'
  /** Why: e.g. 41064 too many attachments, 41065 invalid or mixed kinds, 40007 invalid media_id. 0 where WeCom does not say. */
  errcode: number
  errmsg: string
  refused: RefusedMomentRange
  /** As WeCom gave it; empty where it gave none. */
  result: MomentTaskResult
}

/** What WeCom left out of the `visible_range`: unknown, or out of the app's scope. Empty lists where nothing was. */
export interface RefusedMomentRange {
  /** userids. */
  user_list: string[]
  /** Department ids. */
  department_list: number[]
  /** Ids of customer tags. */
  tag_list: string[]
}

/**
 * Tells a moment that was created from one that failed or is not ready yet.
 * `getMomentTaskResult` succeeds in all three cases; here `moment_id` is to be had only where there is one.
 *
 * @param answer - result of `getMomentTaskResult`.
 * @returns the outcome; `state` tells which.
 *
 * @example
 * const task = readMomentTaskResult(await getMomentTaskResult(client, { jobid: 'job-1' }))
 * if (task.state === 'failed') console.error(task.errcode, task.errmsg)
 */
export function readMomentTaskResult({ status, result = {} }: GetMomentTaskResultResult): MomentTaskOutcome {
  if (status !== 3) return { state: 'pending' }
  const { errcode = 0, errmsg = '', moment_id, invalid_sender_list, invalid_external_contact_list } = result
  const refused = {
    user_list: invalid_sender_list?.user_list ?? [],
    department_list: invalid_sender_list?.department_list ?? [],
    tag_list: invalid_external_contact_list?.tag_list ?? [],
  }
  return errcode === 0 && moment_id
    ? { state: 'created', moment_id, refused, result }
    : { state: 'failed', errcode, errmsg, refused, result }
}
