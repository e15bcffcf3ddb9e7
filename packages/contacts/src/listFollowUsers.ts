import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListFollowUsersParams extends NoParams {}

export interface ListFollowUsersResult {
  /** Userids of the members who have the customer-contact feature (客户联系). */
  follow_user: string[]
}

export const listFollowUsersEndpoint: Endpoint<ListFollowUsersParams, ListFollowUsersResult> = defineEndpoint({
  name: 'listFollowUsers',
  method: 'GET',
  path: '/cgi-bin/externalcontact/get_follow_user_list',
  effect: 'read',
  docs: 92571,
  params: wireObject<ListFollowUsersParams>({}),
  result: wireObject<ListFollowUsersResult>({
    follow_user: v.array(v.string()),
  }),
})

/**
 * 获取配置了客户联系功能的成员列表 — lists the members in the app's visible range who have the customer-contact feature.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the userids of all members in one answer.
 * @throws {WeComApiError} `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92571
 *
 * @example
 * const { follow_user } = await listFollowUsers(client)
 */
export function listFollowUsers(
  client: Client,
  params: ListFollowUsersParams = {},
  options?: RequestOptions,
): Promise<ListFollowUsersResult> {
  return client.request(listFollowUsersEndpoint, params, options)
}
