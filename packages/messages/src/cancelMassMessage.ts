import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface CancelMassMessageParams {
  /** Id of the mass message to cancel, from `createMassMessage` or `listMassMessages`. */
  msgid: string
}

export interface CancelMassMessageResult {}

export const cancelMassMessageEndpoint: Endpoint<CancelMassMessageParams, CancelMassMessageResult> = defineEndpoint({
  name: 'cancelMassMessage',
  method: 'POST',
  path: '/cgi-bin/externalcontact/cancel_groupmsg_send',
  effect: 'write',
  docs: 97611,
  params: wireObject<CancelMassMessageParams>({
    msgid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<CancelMassMessageResult>({}),
})

/**
 * 停止企业群发 — cancels a mass message, so that members who have not sent it yet can no longer send it. Messages that
 * members have already sent are not withdrawn.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CancelMassMessageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41093`: the message is already cancelled, possibly by an earlier attempt of this call.
 *   `41063`: WeCom is still distributing the message to members. Try later. `41047`: invalid msgid.
 * @see https://developer.work.weixin.qq.com/document/path/97611
 *
 * @example
 * await cancelMassMessage(client, { msgid: 'msg1' })
 */
export function cancelMassMessage(
  client: Client,
  params: CancelMassMessageParams,
  options?: RequestOptions,
): Promise<CancelMassMessageResult> {
  return client.request(cancelMassMessageEndpoint, params, options)
}
