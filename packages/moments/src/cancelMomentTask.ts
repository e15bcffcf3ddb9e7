import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface CancelMomentTaskParams {
  /**
   * The `moment_id` of a moment that `createMomentTask` created. The `jobid` that `createMomentTask` returns is not
   * accepted.
   */
  moment_id: string
}

export interface CancelMomentTaskResult {}

export const cancelMomentTaskEndpoint: Endpoint<CancelMomentTaskParams, CancelMomentTaskResult> = defineEndpoint({
  name: 'cancelMomentTask',
  method: 'POST',
  path: '/cgi-bin/externalcontact/cancel_moment_task',
  effect: 'write',
  docs: 97612,
  params: wireObject<CancelMomentTaskParams>({
    moment_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<CancelMomentTaskResult>({}),
})

/**
 * 停止发表企业朋友圈 — stops a moment of the corp, so that members who have not published it yet can no longer publish it.
 *
 * **Moments that members have published stay published.** A moment cannot be stopped while WeCom is still creating it.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CancelMomentTaskParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41079`: WeCom is still distributing the moment to members, and all retries of the client
 *   failed. Try later. `41060`: invalid moment_id. `41067`: the moment was not created by the corp.
 * @see https://developer.work.weixin.qq.com/document/path/97612
 *
 * @example
 * await cancelMomentTask(client, { moment_id: 'mom1' })
 */
export function cancelMomentTask(
  client: Client,
  params: CancelMomentTaskParams,
  options?: RequestOptions,
): Promise<CancelMomentTaskResult> {
  return client.request(cancelMomentTaskEndpoint, params, options)
}
