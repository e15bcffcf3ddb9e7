import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetNewExternalUseridsParams {
  /**
   * External_userids of customers, 1 to 1000. Pass the old ids (the ids that the corp's own apps receive), not the
   * service provider's (服务商) ids. WeCom advises at most 200 ids.
   */
  external_userid_list: string[]
}

export interface GetNewExternalUseridsResult {
  items: NewExternalUserid[]
}

/**
 * Two external_userids of the same customer: the id that you passed, and the id that WeCom gives to the app's service
 * provider (服务商). WeCom gives a corp and a provider different ids for the same customer.
 */
export interface NewExternalUserid {
  /** External_userid of the customer, as you passed it. */
  external_userid: string
  /**
   * The new id: the external_userid that WeCom gives to the app's service provider (服务商) for this customer. If you
   * passed the new id, WeCom returns it unchanged.
   */
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
 * 转换客户external_userid — converts old external_userids (the corp's ids) to new ones (the provider's ids). Third-party
 * and provider-developed apps (代开发应用) need this call when they migrate from the old to the new ids. A third-party app
 * may make this call until the provider declares that the migration is finished (`finishOpenidMigration`).
 *
 * A member who added the customer must be in the app's visible range. If a person is only a contact of the customer
 * service (微信客服), WeCom converts the id only within 48 hours after a session with the customer service. WeCom does not
 * convert the ids of people who are only in a group chat. To convert those ids, use `convertGroupChatExternalUserids`
 * of `@wecom/groupchat`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetNewExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns for each customer, the id that you passed and the new id.
 * @throws {WeComApiError} `40096`: one of the ids was issued to another corp or provider, or no member in the app's
 *   visible range has this customer.
 *   `48002`: the app is not allowed to convert ids.
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
