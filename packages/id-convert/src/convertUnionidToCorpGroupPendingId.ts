import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type WechatUser, wechatUserSchema } from './schemas/wechatUser.ts'

export interface ConvertUnionidToCorpGroupPendingIdParams extends WechatUser {}

export interface ConvertUnionidToCorpGroupPendingIdResult {
  /**
   * Id of the person until they are a customer, valid for 90 days and for one shared app.
   * `convertCorpGroupExternalUseridsToPendingIds` returns it again once the person is a customer.
   */
  pending_id: string
}

export const convertUnionidToCorpGroupPendingIdEndpoint: Endpoint<
  ConvertUnionidToCorpGroupPendingIdParams,
  ConvertUnionidToCorpGroupPendingIdResult
> = defineEndpoint({
  name: 'convertUnionidToCorpGroupPendingId',
  method: 'POST',
  path: '/cgi-bin/corpgroup/unionid_to_pending_id',
  effect: 'read',
  docs: 97357,
  params: wechatUserSchema,
  result: wireObject<ConvertUnionidToCorpGroupPendingIdResult>({
    pending_id: v.string(),
  }),
})

/**
 * unionid查询pending_id — gets a pending_id for a WeChat user who is no customer of the upstream corp's group (上下游) yet.
 * An app that an upstream corp shares may call it.
 *
 * The quota is 100,000 calls an hour, 480,000 a day and 7,500,000 a month for each upstream corp.
 *
 * @param client - made by `createClient`, with the upstream corp's token.
 * @param params - {@link ConvertUnionidToCorpGroupPendingIdParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the pending_id.
 * @throws {WeComApiError} `610014`: invalid unionid. `610018`: unionid and openid do not belong together.
 *   `610015`: the mini program's open-platform account is not verified. `610016`: the corp is not verified.
 *   `610017`: the mini program belongs to another subject than the corp. `45009`: quota used up.
 * @see https://developer.work.weixin.qq.com/document/path/97357
 *
 * @example
 * const { pending_id } = await convertUnionidToCorpGroupPendingId(client, { unionid: 'u1', openid: 'o1' })
 */
export function convertUnionidToCorpGroupPendingId(
  client: Client,
  params: ConvertUnionidToCorpGroupPendingIdParams,
  options?: RequestOptions,
): Promise<ConvertUnionidToCorpGroupPendingIdResult> {
  return client.request(convertUnionidToCorpGroupPendingIdEndpoint, params, options)
}
