import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetNewExternalUseridsParams {
  /** External_userids that the corp received, 1 to 1000. WeCom advises at most 200. */
  external_userid_list: string[]
}

export interface GetNewExternalUseridsResult {
  items: NewExternalUserid[]
}

/**
 * The two external_userids of a customer: the old id, which the corp receives, and the new id, which the provider
 * receives.
 */
export interface NewExternalUserid {
  /** Id of the customer that the corp receives, as in the parameters. */
  external_userid: string
  /** Id of the customer that the provider receives. If you pass this id already, WeCom returns it in both fields. */
  new_external_userid: string
}

export const getNewExternalUseridsEndpoint: Endpoint<GetNewExternalUseridsParams, GetNewExternalUseridsResult> =
  defineEndpoint({
    name: 'getNewExternalUserids',
    method: 'POST',
    path: '/cgi-bin/externalcontact/get_new_external_userid',
    effect: 'read',
    docs: 97063,
    params: wireObject<GetNewExternalUseridsParams>({
      external_userid_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(1000)),
    }),
    result: wireObject<GetNewExternalUseridsResult>({
      items: v.array(
        wireObject<NewExternalUserid>({
          external_userid: v.string(),
          new_external_userid: v.string(),
        }),
      ),
    }),
  })

/**
 * 转换客户external_userid — converts external_userids from the ids that the corp receives to the ids that the provider
 * receives. Third-party and provider-developed apps (代开发应用) need this call for the upgrade of ids. A third-party app
 * may make this call until it declares that its migration is finished.
 *
 * A member who added the customer must be in the app's visible range. WeCom converts ids of contacts of customer
 * service (微信客服) only within 48 hours after their session. WeCom does not convert the ids of people who are only in a
 * group chat. To convert those ids, use `convertGroupChatExternalUserids` of `@wecom/groupchat`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetNewExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the old and the new id of each customer.
 * @throws {WeComApiError} `40096`: another provider received one of the ids, or no member in the app's visible range
 *   has this customer.
 *   `48002`: the app may not convert ids.
 * @see https://developer.work.weixin.qq.com/document/path/97063
 *
 * @example
 * const { items } = await getNewExternalUserids(client, { external_userid_list: ['wm1', 'wm2'] })
 */
export function getNewExternalUserids(
  client: Client,
  params: GetNewExternalUseridsParams,
  options?: RequestOptions,
): Promise<GetNewExternalUseridsResult> {
  return client.request(getNewExternalUseridsEndpoint, params, options)
}
