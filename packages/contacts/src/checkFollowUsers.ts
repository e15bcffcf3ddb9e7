import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface CheckFollowUsersParams {
  /** Userids of the members to check. Omit the field to check only departments. */
  userid?: string[] | undefined
  /** Ids of the departments to check. Omit the field to check only members. */
  partyid?: number[] | undefined
}

export interface CheckFollowUsersResult {
  /** The checked members and departments that are allowed to use the customer-contact feature (客户联系). */
  authorized: CheckedFollowUsers
  /** The checked members and departments that are not allowed to use the customer-contact feature (客户联系). */
  unauthorized: CheckedFollowUsers
}

/** Members and departments, as the fields `authorized` and `unauthorized` of `CheckFollowUsersResult` contain them. */
export interface CheckedFollowUsers {
  /** Userids of the allowed members (`authorized`), or of the others (`unauthorized`). Absent if there are none. */
  userid?: string[] | undefined
  /** Ids of the allowed departments (`authorized`), or of the others (`unauthorized`). Absent if there are none. */
  partyid?: number[] | undefined
}

const checkedFollowUsersSchema = wireObject<CheckedFollowUsers>({
  userid: v.optional(v.array(v.string())),
  partyid: v.optional(v.array(v.number())),
})

export const checkFollowUsersEndpoint: Endpoint<CheckFollowUsersParams, CheckFollowUsersResult> = defineEndpoint({
  name: 'checkFollowUsers',
  method: 'POST',
  path: '/cgi-bin/externalcontact/check_follow_user',
  effect: 'read',
  docs: 96312,
  params: wireObject<CheckFollowUsersParams>({
    userid: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    partyid: v.optional(v.array(v.pipe(v.number(), v.integer()))),
  }),
  result: wireObject<CheckFollowUsersResult>({
    authorized: checkedFollowUsersSchema,
    unauthorized: checkedFollowUsersSchema,
  }),
})

/**
 * 检查用户是否配置了客户联系功能使用权限 — returns which members and departments are allowed to use the customer-contact feature. WeCom
 * documents this call only for provider-developed apps (代开发应用).
 *
 * @param client - made by `createClient`.
 * @param params - {@link CheckFollowUsersParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the members and departments that are allowed to use the feature, and those that are not.
 * @throws {WeComApiError} `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/96312
 *
 * @example
 * const { authorized } = await checkFollowUsers(client, { userid: ['zhangsan'], partyid: [7] })
 */
export function checkFollowUsers(
  client: Client,
  params: CheckFollowUsersParams,
  options?: RequestOptions,
): Promise<CheckFollowUsersResult> {
  return client.request(checkFollowUsersEndpoint, params, options)
}
