import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetNewExternalUseridsParams {
  /** Customers as the corp itself knows them, 1 to 1000; WeCom advises 200. */
  external_userid_list: string[]
}

export interface GetNewExternalUseridsResult {
  items: NewExternalUserid[]
}

/** A customer's id before and after the upgrade of ids. */
export interface NewExternalUserid {
  /** The id as it was sent. */
  external_userid: string
  /** The id that the provider's apps see; the same again where that was sent. */
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
 * 转换客户external_userid — turns the corp's ids of customers into those that the provider's apps see once upgraded.
 * For third-party and provider-developed apps. A third-party app may call it only until the migration of its ids
 * is set as finished.
 *
 * A member who added the customer must be in the app's scope. Contacts of customer service (微信客服) are converted
 * within 48 hours of the session only, and people whom nobody added but who are in a group chat not at all:
 * those have a call of their own among the group chats.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetNewExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns both ids of each customer.
 * @throws {WeComApiError} `40096`: an id belongs to another caller, or nobody in the app's scope has this customer.
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
