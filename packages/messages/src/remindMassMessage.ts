import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface RemindMassMessageParams {
  /** Id of the mass message, from `createMassMessage` or `listMassMessages`. */
  msgid: string
}

export interface RemindMassMessageResult {}

export const remindMassMessageEndpoint: Endpoint<RemindMassMessageParams, RemindMassMessageResult> = defineEndpoint({
  name: 'remindMassMessage',
  method: 'POST',
  path: '/cgi-bin/externalcontact/remind_groupmsg_send',
  effect: 'send',
  docs: 97610,
  params: wireObject<RemindMassMessageParams>({
    msgid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<RemindMassMessageResult>({}),
})

/**
 * 提醒成员群发 — reminds the members who have not sent a mass message yet.
 *
 * WeCom allows 3 reminders in 24 hours for each mass message. `listMassMessageTasks` lists the members, and whether
 * each of them has sent the message. If the answer to this call is lost, you cannot find out whether WeCom sent the
 * reminder, because no call returns the reminders of a message.
 *
 * @param client - made by `createClient`.
 * @param params - {@link RemindMassMessageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41094`: WeCom has sent 3 reminders within 24 hours already. `41093`: the mass message was
 *   cancelled.
 *   `41063`: WeCom is still distributing the message to members. Try later. `41047`: invalid msgid.
 * @see https://developer.work.weixin.qq.com/document/path/97610
 *
 * @example
 * await remindMassMessage(client, { msgid: 'msg1' })
 */
export function remindMassMessage(
  client: Client,
  params: RemindMassMessageParams,
  options?: RequestOptions,
): Promise<RemindMassMessageResult> {
  return client.request(remindMassMessageEndpoint, params, options)
}
