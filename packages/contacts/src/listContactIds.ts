import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListContactIdsParams {
  /** Userid of the member whose customers are listed, 1 to 64 characters. */
  userid: string
}

export interface ListContactIdsResult {
  /** External_userids of all customers of the member. There can be tens of thousands. */
  external_userid: string[]
}

export const listContactIdsEndpoint: Endpoint<ListContactIdsParams, ListContactIdsResult> = defineEndpoint({
  name: 'listContactIds',
  method: 'GET',
  path: '/cgi-bin/externalcontact/list',
  effect: 'read',
  docs: 92113,
  params: wireObject<ListContactIdsParams>({
    userid: v.pipe(v.string(), v.nonEmpty(), maxCharacters(64)),
  }),
  result: wireObject<ListContactIdsResult>({
    external_userid: v.array(v.string()),
  }),
  empty: { errcode: 84061, result: () => ({ external_userid: [] }) },
})

/**
 * 获取客户列表 — lists the ids of the customers of one member.
 *
 * For a member without customers, WeCom answers with errcode 84061 (no such customer). The function then returns an
 * empty list.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListContactIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the ids of all customers in one answer; the call has no pages. `batchGetContactsByUser` returns the details
 *   of the customers.
 * @throws {WeComApiError} `40003`: malformed userid, or the member has left. `60111`: the userid is unknown.
 *   `60111` or `60011`: the member is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/92113
 *
 * @example
 * const { external_userid } = await listContactIds(client, { userid: 'zhangsan' })
 */
export function listContactIds(
  client: Client,
  params: ListContactIdsParams,
  options?: RequestOptions,
): Promise<ListContactIdsResult> {
  return client.request(listContactIdsEndpoint, params, options)
}
