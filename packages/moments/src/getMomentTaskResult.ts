import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetMomentTaskResultParams {
  /** Of `createMomentTask`, called by the same app in the last 24 hours. */
  jobid: string
}

export interface GetMomentTaskResultResult {
  /** 1 begun, 2 being created, 3 finished, be it well or badly: see `result`. */
  status: 1 | 2 | 3 | (number & {})
  type: 'add_moment_task' | (string & {})
  /** Of use only when `status` is 3. */
  result?: MomentTaskResult | undefined
}

/** What came of the creation. `readMomentTaskResult` reads it. */
export interface MomentTaskResult {
  /** Of the creation: **anything but 0 means that there is no moment**, although the query itself succeeded. */
  errcode?: number | undefined
  errmsg?: string | undefined
  /** Only where the creation succeeded; what the other calls about moments take. */
  moment_id?: string | undefined
  /** Unknown members and departments, and those out of the app's scope: they are not asked to publish. */
  invalid_sender_list?: InvalidMomentSenders | undefined
  invalid_external_contact_list?: InvalidMomentCustomers | undefined
}

export interface InvalidMomentSenders {
  /** userids. */
  user_list?: string[] | undefined
  /** Department ids. */
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
 * 获取任务创建结果 — asks how far WeCom is with a task of `createMomentTask`, and for the moment_id once it is done.
 * `waitForMomentTask` asks until it is.
 *
 * **The call succeeds even where the creation failed:** `result` has an errcode of its own, and names members and tags
 * that were left out. `readMomentTaskResult` sorts that.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentTaskResultParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the status, and the result of a finished task.
 * @throws {WeComApiError} `40088`: no such job. `40089`: WeCom no longer keeps its result.
 *   A creation that failed does not throw.
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
