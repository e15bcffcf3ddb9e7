import type { Client, PollOptions } from '@wecom/core'
import { poll } from '@wecom/core/define'
import {
  getMomentTaskResult,
  getMomentTaskResultEndpoint,
  type GetMomentTaskResultParams,
} from './getMomentTaskResult.ts'
import { type FinishedMomentTask, readMomentTaskResult } from './readMomentTaskResult.ts'

/**
 * Waits until WeCom has finished a job that `createMomentTask` started. The function calls `getMomentTaskResult` at
 * growing intervals.
 *
 * **A finished job may have failed, or may have left out some members.** The function throws in neither case, so check
 * `state` and `refused` of the result.
 *
 * If the function stops waiting early, the job continues. You can call the function again with the same jobid, until 24
 * hours after the start of the job.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentTaskResultParams}
 * @param options - {@link PollOptions}; `signal` ends both the calls and the pauses between them.
 * @returns the state of the finished job: `created` with the moment_id, or `failed` with an errcode.
 * @throws {WeComTimeoutError} the job was not finished within `totalTimeout`.
 * @throws {WeComApiError} `40088`: there is no such job. `40089`: WeCom no longer keeps the result of the job.
 *
 * @example
 * const { jobid } = await createMomentTask(client, { text: { content: '新品上架' } })
 * const task = await waitForMomentTask(client, { jobid })
 * if (task.state === 'failed') throw new Error(`${task.errcode} ${task.errmsg}`)
 * const { task_list } = await listMomentTasks(client, { moment_id: task.moment_id })
 */
export function waitForMomentTask(
  client: Client,
  params: GetMomentTaskResultParams,
  options?: PollOptions,
): Promise<FinishedMomentTask> {
  return poll(
    getMomentTaskResultEndpoint,
    async (asking) => {
      const task = readMomentTaskResult(await getMomentTaskResult(client, params, asking))
      return task.state === 'pending' ? undefined : task
    },
    options,
  )
}
