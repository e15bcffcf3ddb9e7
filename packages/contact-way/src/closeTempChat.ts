import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface CloseTempChatParams {
  /** Userid of the member in the temporary session (临时会话). */
  userid: string
  external_userid: string
}

export interface CloseTempChatResult {}

export const closeTempChatEndpoint: Endpoint<CloseTempChatParams, CloseTempChatResult> = defineEndpoint({
  name: 'closeTempChat',
  method: 'POST',
  path: '/cgi-bin/externalcontact/close_temp_chat',
  effect: 'send',
  docs: 92228,
  params: wireObject<CloseTempChatParams>({
    userid: v.pipe(v.string(), v.nonEmpty()),
    external_userid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<CloseTempChatResult>({}),
})

/**
 * 结束临时会话 — ends the temporary session of a member and a customer. When the session ends, WeCom sends the customer the
 * closing message (`conclusions`) of the contact way.
 *
 * The session must come from a contact way for temporary sessions, and must not have expired. If the answer to this
 * call is lost, you cannot find out whether the session has ended, because no call returns the state of a session.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CloseTempChatParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `84061`: the member does not have this customer. `40096`: invalid external_userid.
 *   `60111`: the userid is unknown, or outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 *
 * @example
 * await closeTempChat(client, { userid: 'zhangsan', external_userid: 'wm1' })
 */
export function closeTempChat(
  client: Client,
  params: CloseTempChatParams,
  options?: RequestOptions,
): Promise<CloseTempChatResult> {
  return client.request(closeTempChatEndpoint, params, options)
}
