import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetNewExternalUseridsParams {
  /** External_userids of the corp, 1 to 1000. WeCom advises at most 200. */
  external_userid_list: string[]
}

export interface GetNewExternalUseridsResult {
  items: NewExternalUserid[]
}

/** The two external_userids of a customer: before and after the upgrade of ids. */
export interface NewExternalUserid {
  /** The corp's id, as in the parameters. */
  external_userid: string
  /** The provider's id. If the parameter was the provider's id already, it is the same id. */
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
 * 转换客户external_userid — converts the corp's external_userids into the provider's, for the ID upgrade. Third-party and
 * provider-developed apps may call it. A third-party app may call it until it declares its migration finished.
 *
 * A member who added the customer must be in the app's visible range. WeCom converts contacts of customer service
 * (微信客服) only within 48 hours of the session. It does not convert people who are only in a group chat. Use
 * `convertGroupChatExternalUserids` of `@wecom/groupchat` for them.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetNewExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns both ids of each customer.
 * @throws {WeComApiError} `40096`: an id belongs to another caller, or no member in the visible range has this customer.
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
