import type { GetMomentTaskResultResult, MomentTaskResult } from './getMomentTaskResult.ts'

/** The state of a job that `createMomentTask` started: not finished, moment created, or failed. */
export type MomentTaskOutcome = PendingMomentTask | FinishedMomentTask

/** The state of a job that creates a moment and is not finished yet. */
export interface PendingMomentTask {
  state: 'pending'
}

export type FinishedMomentTask = CreatedMomentTask | FailedMomentTask

/**
 * The state of a job that has created a moment. WeCom asks the members to publish the moment, except the members in
 * `refused`.
 */
export interface CreatedMomentTask {
  state: 'created'
  moment_id: string
  refused: RefusedMomentRange
  /** The result of the job, as `getMomentTaskResult` returned it. */
  result: MomentTaskResult
}

/** The state of a job that has failed. WeCom did not create the moment. */
export interface FailedMomentTask {
  state: 'failed'
  /**
   * Errcode with the reason of the failure, e.g. 41064 (too many attachments), 41065 (invalid or mixed kinds of
   * attachments), 40007 (invalid media_id). 0 if WeCom gives no reason.
   */
  errcode: number
  errmsg: string
  refused: RefusedMomentRange
  /** The result of the job, as `getMomentTaskResult` returned it. Empty if WeCom returned no result. */
  result: MomentTaskResult
}

/**
 * The ids in the `visible_range` of `createMomentTask` that are unknown or outside the app's visible range. WeCom
 * ignores these ids. Each list may be empty.
 */
export interface RefusedMomentRange {
  /** Userids in `visible_range` that are unknown or outside the app's visible range. */
  user_list: string[]
  /** Ids of departments in `visible_range` that are unknown or outside the app's visible range. */
  department_list: number[]
  /** Ids of customer tags in `visible_range` that are unknown or outside the app's visible range. */
  tag_list: string[]
}

/**
 * Interprets a result of `getMomentTaskResult`. `getMomentTaskResult` succeeds in three cases: the job is pending, the
 * job has created a moment, or the job has failed. The field `state` of the returned object names the case.
 *
 * @param answer - result of `getMomentTaskResult`.
 * @returns an object whose field `state` is `pending`, `created` or `failed`. `moment_id` is present only if `state` is
 *   `created`.
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
