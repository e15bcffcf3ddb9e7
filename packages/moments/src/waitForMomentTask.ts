import { type Client, type RequestOptions, WeComTimeoutError, isWeComError } from '@wecom/core'
import {
  getMomentTaskResult,
  getMomentTaskResultEndpoint,
  type GetMomentTaskResultParams,
} from './getMomentTaskResult.ts'
import { type FinishedMomentTask, readMomentTaskResult } from './readMomentTaskResult.ts'

export interface WaitForMomentTaskOptions extends RequestOptions {
  /** Milliseconds between the first query, which is made at once, and the second. Default 2,000. */
  readonly minDelay?: number | undefined
  /** What each further wait is multiplied by. Default 1.5. */
  readonly growth?: number | undefined
  /** The longest wait between two queries in milliseconds. Default 30,000. */
  readonly maxDelay?: number | undefined
  /**
   * Milliseconds for the whole, all queries and waits included. Default 600,000: ten minutes.
   * WeCom knows a job for 24 hours, 86,400,000.
   */
  readonly totalTimeout?: number | undefined
}

/**
 * Waits until WeCom has finished a task of `createMomentTask`, by asking `getMomentTaskResult` at growing distances.
 *
 * **A finished task may have failed, and one that was created may lack some of its members:** look at `state`
 * and at `refused`. Neither throws.
 *
 * Whatever ends the wait early leaves the task as it is: wait again with the same jobid, up to 24 hours.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentTaskResultParams}
 * @param options - {@link WaitForMomentTaskOptions}; `signal` ends queries and waits alike.
 * @returns the finished task: `created` with its moment_id, or `failed` with an errcode.
 * @throws {WeComTimeoutError} the task was not finished within `totalTimeout`.
 * @throws {WeComApiError} `40088`: no such job. `40089`: WeCom no longer keeps its result.
 *
 * @example
 * const { jobid } = await createMomentTask(client, { text: { content: '新品上架' } })
 * const task = await waitForMomentTask(client, { jobid })
 * if (task.state === 'failed') throw new Error(`${task.errcode} ${task.errmsg}`)
 * const { task_list } = await listMomentTasks(client, { moment_id: task.moment_id })
 */
export async function waitForMomentTask(
  client: Client,
  params: GetMomentTaskResultParams,
  { signal, totalTimeout = 600_000, ...options }: WaitForMomentTaskOptions = {},
): Promise<FinishedMomentTask> {
  const limit = new AbortController()
  const timer = setTimeout(() => {
    limit.abort(new WeComTimeoutError(getMomentTaskResultEndpoint, totalTimeout, false))
  }, totalTimeout)
  try {
    const stop = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal
    return await askUntilFinished(client, params, options, stop)
  } catch (error) {
    // The client takes our limit for an abort by the caller.
    if (isWeComError(error) && error.kind === 'abort' && error.cause instanceof WeComTimeoutError) throw error.cause
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function askUntilFinished(
  client: Client,
  params: GetMomentTaskResultParams,
  {
    minDelay = 2_000,
    growth = 1.5,
    maxDelay = 30_000,
    timeout,
  }: Omit<WaitForMomentTaskOptions, 'signal' | 'totalTimeout'>,
  signal: AbortSignal,
): Promise<FinishedMomentTask> {
  for (let delay = minDelay; ; delay *= growth) {
    const task = readMomentTaskResult(await getMomentTaskResult(client, params, { signal, timeout }))
    if (task.state !== 'pending') return task
    await sleep(Math.min(delay, maxDelay), signal)
  }
}

/** Waits. Ends early when the signal aborts: the query that follows then fails, before it is sent. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, signal.aborted ? 0 : milliseconds)
    signal.addEventListener('abort', wake)
  })
}
