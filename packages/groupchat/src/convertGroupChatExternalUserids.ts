import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertGroupChatExternalUseridsParams {
  /** Id of the group chat that contains the people in `external_userid_list`. */
  chat_id: string
  /**
   * External_userids of people in the group chat, 1 to 1000. Pass the corp's ids (the ids that the corp's own apps
   * receive), not the service provider's (服务商) ids. WeCom advises at most 200 ids.
   */
  external_userid_list: string[]
}

export interface ConvertGroupChatExternalUseridsResult {
  items: ConvertedGroupChatExternalUserid[]
}

export interface ConvertedGroupChatExternalUserid {
  /** External_userid of the person, as you passed it. */
  external_userid: string
  /**
   * External_userid of the same person, as the service provider (服务商) receives it. If you passed the provider's id,
   * WeCom returns it unchanged.
   */
  new_external_userid: string
}

export const convertGroupChatExternalUseridsEndpoint: Endpoint<
  ConvertGroupChatExternalUseridsParams,
  ConvertGroupChatExternalUseridsResult
> = defineEndpoint({
  name: 'convertGroupChatExternalUserids',
  method: 'POST',
  path: '/cgi-bin/externalcontact/groupchat/get_new_external_userid',
  effect: 'read',
  docs: 95327,
  params: wireObject<ConvertGroupChatExternalUseridsParams>({
    chat_id: v.pipe(v.string(), v.nonEmpty()),
    external_userid_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(1000)),
  }),
  result: wireObject<ConvertGroupChatExternalUseridsResult>({
    items: v.array(
      wireObject<ConvertedGroupChatExternalUserid>({
        external_userid: v.string(),
        new_external_userid: v.string(),
      }),
    ),
  }),
})

/**
 * 转换客户群成员external_userid — converts external_userids of people in a group chat. A corp and a provider receive different
 * external_userids for the same person. This call returns the provider's id for each of the corp's ids.
 *
 * Third-party and provider-developed apps (代开发应用) call this function with the token of the corp. WeCom refuses the call
 * after the app has declared that its migration of external_userids is finished. The call also converts the ids of
 * people in the group chat who are not customers. `getNewExternalUserids` of `@wecom/id-convert` does not convert the
 * ids of these people.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertGroupChatExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns for each person, the external_userid that you passed, and the provider's external_userid.
 * @throws {WeComApiError} `48002`: the app is not allowed to call this API.
 * @see https://developer.work.weixin.qq.com/document/path/95327
 *
 * @example
 * const { items } = await convertGroupChatExternalUserids(client, { chat_id: 'wr1', external_userid_list: ['wm1'] })
 */
export function convertGroupChatExternalUserids(
  client: Client,
  params: ConvertGroupChatExternalUseridsParams,
  options?: RequestOptions,
): Promise<ConvertGroupChatExternalUseridsResult> {
  return client.request(convertGroupChatExternalUseridsEndpoint, params, options)
}
