import type { Client, PollOptions } from '@wecom/core'
import { poll } from '@wecom/core/define'
import {
  getMomentTaskResult,
  getMomentTaskResultEndpoint,
  type GetMomentTaskResultParams,
} from './getMomentTaskResult.ts'
import { type FinishedMomentTask, readMomentTaskResult } from './readMomentTaskResult.ts'

/**
 * Waits until WeCom has finished a task of `createMomentTask`, by calling `getMomentTaskResult` at growing intervals.
 *
 * **A finished task may have failed, and a created moment may lack some members:** check `state` and `refused`. The
 * function throws in neither case.
 *
 * If the wait ends early, the task continues. You can wait again with the same jobid, up to 24 hours.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentTaskResultParams}
 * @param options - {@link PollOptions}; `signal` ends queries and waits alike.
 * @returns the finished task: `created` with its moment_id, or `failed` with an errcode.
 * @throws {WeComTimeoutError} the task was not finished within `totalTimeout`.
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
