import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertOpenGidToChatIdParams {
  /** What `wx.getGroupEnterInfo` of a mini program gives, decrypted. */
  opengid: string
}

export interface ConvertOpenGidToChatIdResult {
  /** As `getGroupChat` takes it. */
  chat_id: string
}

export const convertOpenGidToChatIdEndpoint: Endpoint<ConvertOpenGidToChatIdParams, ConvertOpenGidToChatIdResult> =
  defineEndpoint({
    name: 'convertOpenGidToChatId',
    method: 'POST',
    path: '/cgi-bin/externalcontact/opengid_to_chatid',
    effect: 'read',
    docs: 94822,
    params: wireObject<ConvertOpenGidToChatIdParams>({
      opengid: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<ConvertOpenGidToChatIdResult>({
      chat_id: v.string(),
    }),
  })

/**
 * 客户群opengid转换 — finds the customer group from which a mini program was opened.
 *
 * Knows only groups of this corp, opened by members with the customer-contact feature.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertOpenGidToChatIdParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the group.
 * @throws {WeComApiError} `90509`: the group is no customer group. `90511`: unknown or invalid opengid.
 *   `48002`: the app may not call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/94822
 *
 * @example
 * const { chat_id } = await convertOpenGidToChatId(client, { opengid: 'og1' })
 */
export function convertOpenGidToChatId(
  client: Client,
  params: ConvertOpenGidToChatIdParams,
  options?: RequestOptions,
): Promise<ConvertOpenGidToChatIdResult> {
  return client.request(convertOpenGidToChatIdEndpoint, params, options)
}
