import type { GetMomentTaskResultResult, MomentTaskResult } from './getMomentTaskResult.ts'

/** The state of a task of `createMomentTask`. */
export type MomentTaskOutcome = PendingMomentTask | FinishedMomentTask

/** A task that WeCom has not finished yet. */
export interface PendingMomentTask {
  state: 'pending'
}

export type FinishedMomentTask = CreatedMomentTask | FailedMomentTask

/** A task that created a moment. WeCom asks the members to publish it, except those in `refused`. */
export interface CreatedMomentTask {
  state: 'created'
  moment_id: string
  refused: RefusedMomentRange
  /** The result of the task, as WeCom returned it. */
  result: MomentTaskResult
}

/** A task that failed, so that there is no moment. */
export interface FailedMomentTask {
  state: 'failed'
  /**
   * Errcode of the failure, e.g. 41064 too many attachments, 41065 invalid or mixed kinds, 40007 invalid media_id. 0 if
   * WeCom gives no reason.
   */
  errcode: number
  errmsg: string
  refused: RefusedMomentRange
  /** The result of the task, as WeCom returned it. Empty if WeCom returned none. */
  result: MomentTaskResult
}

/**
 * Ids that WeCom left out of the `visible_range`, because they are unknown or outside the app's visible range. Lists
 * may be empty.
 */
export interface RefusedMomentRange {
  /** Userids of the members. */
  user_list: string[]
  /** Ids of the departments. */
  department_list: number[]
  /** Ids of customer tags. */
  tag_list: string[]
}

/**
 * Interprets a result of `getMomentTaskResult`, which succeeds in all three cases: created, failed, not finished yet.
 * Only the state `created` has a `moment_id`.
 *
 * @param answer - result of `getMomentTaskResult`.
 * @returns the outcome, whose `state` is one of the three cases.
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
