import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetMomentTaskResultParams {
  /** The `jobid` that `createMomentTask` returned to the same app. The jobid expires after 24 hours. */
  jobid: string
}

export interface GetMomentTaskResultResult {
  /**
   * State of the job that creates the moment: 1 started, 2 running, 3 finished. A finished job may have failed. The
   * field `result` contains the errcode of the job.
   */
  status: 1 | 2 | 3 | (number & {})
  type: 'add_moment_task' | (string & {})
  /** The result of the job that creates the moment. It is meaningful only if `status` is 3 (finished). */
  result?: MomentTaskResult | undefined
}

/**
 * The result of a job that creates a moment: its errcode, and the id of the moment. `readMomentTaskResult` interprets
 * it.
 */
export interface MomentTaskResult {
  /**
   * Errcode of the job that creates the moment. **Any value except 0 means that WeCom did not create the moment**,
   * although `getMomentTaskResult` succeeded.
   */
  errcode?: number | undefined
  errmsg?: string | undefined
  /** Id of the moment. Present only if WeCom created the moment. */
  moment_id?: string | undefined
  /** Senders that are unknown or outside the app's visible range. WeCom does not ask them to publish the moment. */
  invalid_sender_list?: InvalidMomentSenders | undefined
  invalid_external_contact_list?: InvalidMomentCustomers | undefined
}

export interface InvalidMomentSenders {
  /** Userids of members who are unknown or outside the app's visible range. */
  user_list?: string[] | undefined
  /** Ids of departments that are unknown or outside the app's visible range. */
  department_list?: number[] | undefined
}

export interface InvalidMomentCustomers {
  /** Ids of customer tags that are unknown or not visible to the app. */
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
 * 获取任务创建结果 — reads the state of a job that `createMomentTask` started. If WeCom has created the moment, the result
 * contains the moment_id. `waitForMomentTask` repeats this call until the job is finished.
 *
 * **The call succeeds even if the job failed.** The field `result` contains the errcode of the job. It also contains
 * the senders and tags that WeCom ignored, because they are unknown or not visible to the app. `readMomentTaskResult`
 * interprets the answer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentTaskResultParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the state of the job, and the result of a finished job.
 * @throws {WeComApiError} `40088`: there is no such job. `40089`: WeCom no longer keeps the result of the job. A failed
 *   job does not throw.
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
