import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetMomentTaskResultParams {
  /** Id of the job: `jobid` of `createMomentTask`, called by the same app in the last 24 hours. */
  jobid: string
}

export interface GetMomentTaskResultResult {
  /** State of the job: 1 started, 2 being created, 3 finished. `result` says whether it was successful. */
  status: 1 | 2 | 3 | (number & {})
  type: 'add_moment_task' | (string & {})
  /** The outcome of the job. It has a meaning only if `status` is 3. */
  result?: MomentTaskResult | undefined
}

/** The outcome of a job that creates a moment. `readMomentTaskResult` interprets it. */
export interface MomentTaskResult {
  /** The errcode of the creation: **any value except 0 means that there is no moment**, although the query succeeded. */
  errcode?: number | undefined
  errmsg?: string | undefined
  /** Id of the moment, for the other calls for moments. Present only if the creation succeeded. */
  moment_id?: string | undefined
  /**
   * Members and departments that are unknown or outside the app's visible range. WeCom does not ask them to publish.
   */
  invalid_sender_list?: InvalidMomentSenders | undefined
  invalid_external_contact_list?: InvalidMomentCustomers | undefined
}

export interface InvalidMomentSenders {
  /** Userids of the members. */
  user_list?: string[] | undefined
  /** Ids of the departments. */
  department_list?: number[] | undefined
}

export interface InvalidMomentCustomers {
  /** Ids of customer tags. */
  tag_list?: string[] | undefined
}

export const getMomentTaskResultEndpoint: Endpoint<GetMomentTaskResultParams, GetMomentTaskResultResult> =
  defineEndpoint({
    name: 'getMomentTaskResult',
    method: 'GET',
    path: '/cgi-bin/externalcontact/get_moment_task_result',
    effect: 'read',
    docs: 95094,
    params: wireObject<GetMomentTaskResultParams>({
      jobid: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(64)),
    }),
    result: wireObject<GetMomentTaskResultResult>({
      status: v.number(),
      type: v.string(),
      result: v.optional(
        wireObject<MomentTaskResult>({
          errcode: v.optional(v.number()),
          errmsg: v.optional(v.string()),
          moment_id: v.optional(v.string()),
          invalid_sender_list: v.optional(
            wireObject<InvalidMomentSenders>({
              user_list: v.optional(v.array(v.string())),
              department_list: v.optional(v.array(v.number())),
            }),
          ),
          invalid_external_contact_list: v.optional(
            wireObject<InvalidMomentCustomers>({
              tag_list: v.optional(v.array(v.string())),
            }),
          ),
        }),
      ),
    }),
  })

/**
 * 获取任务创建结果 — reads the state of a task of `createMomentTask`, and its moment_id once it is done. `waitForMomentTask`
 * repeats this call until the task is done.
 *
 * **The call succeeds even if the creation failed:** `result` has its own errcode, and names members and tags that were
 * left out. `readMomentTaskResult` interprets it.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentTaskResultParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the status, and the result of a finished task.
 * @throws {WeComApiError} `40088`: there is no such job. `40089`: WeCom no longer keeps the result of the job. A failed
 * creation does not throw.
 * @see https://developer.work.weixin.qq.com/document/path/95094
 *
 * @example
 * const task = readMomentTaskResult(await getMomentTaskResult(client, { jobid: 'job-1' }))
 * if (task.state === 'created') console.log(task.moment_id)
 */
export function getMomentTaskResult(
  client: Client,
  params: GetMomentTaskResultParams,
  options?: RequestOptions,
): Promise<GetMomentTaskResultResult> {
  return client.request(getMomentTaskResultEndpoint, params, options)
}
