import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertExternalTagidsParams {
  /**
   * Ids of customer tags and tag groups, 1 to 1000. Pass the corp's ids (the ids that the corp's own apps receive), not
   * the service provider's (服务商) ids.
   */
  external_tagid_list: string[]
}

export interface ConvertExternalTagidsResult {
  items: ConvertedExternalTagid[]
  /** Those ids of `external_tagid_list` that WeCom could not convert. Absent if WeCom converted all ids. */
  invalid_external_tagid_list?: string[] | undefined
}

/**
 * Two ids of a tag or tag group: the id that you passed, and the id that the service provider (服务商) of the app
 * receives. A corp and a provider receive different ids for the same tag.
 */
export interface ConvertedExternalTagid {
  /** Id of the tag or tag group, as you passed it. */
  external_tagid: string
  /**
   * Id that the service provider (服务商) of the app receives for this tag or tag group. If you passed the service
   * provider's id, WeCom returns it unchanged.
   */
  open_external_tagid: string
}

export const convertExternalTagidsEndpoint: Endpoint<ConvertExternalTagidsParams, ConvertExternalTagidsResult> =
  defineEndpoint({
    name: 'convertExternalTagids',
    method: 'POST',
    path: '/cgi-bin/idconvert/external_tagid',
    effect: 'read',
    docs: 96169,
    params: wireObject<ConvertExternalTagidsParams>({
      external_tagid_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(1000)),
    }),
    result: wireObject<ConvertExternalTagidsResult>({
      items: v.array(
        wireObject<ConvertedExternalTagid>({ external_tagid: v.string(), open_external_tagid: v.string() }),
      ),
      invalid_external_tagid_list: v.optional(v.array(v.string())),
    }),
  })

/**
 * 客户标签ID的转换 — converts ids of customer tags and tag groups. A corp and a provider receive different ids for the same
 * tag. This call returns the provider's id for each of the corp's ids. Third-party and provider-developed apps (代开发应用)
 * may call this function.
 *
 * **The call succeeds even if WeCom cannot convert some ids.** It returns these ids in `invalid_external_tagid_list`,
 * which may be absent.
 *
 * To end the migration to the provider's ids, call `finishOpenidMigration` with `openid_type` 3. This ends the
 * migration of tag ids and of external_userids together.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertExternalTagidsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the converted ids, and the ids that WeCom could not convert.
 * @throws {WeComApiError} `48002`: the app is not a provider's app, or lacks the permission for basic customer
 *   information (客户基础信息).
 * @see https://developer.work.weixin.qq.com/document/path/96169
 *
 * @example
 * const { items } = await convertExternalTagids(client, { external_tagid_list: ['etVip', 'etNew'] })
 * const newIds = new Map(items.map(({ external_tagid, open_external_tagid }) => [external_tagid, open_external_tagid]))
 */
export function convertExternalTagids(
  client: Client,
  params: ConvertExternalTagidsParams,
  options?: RequestOptions,
): Promise<ConvertExternalTagidsResult> {
  return client.request(convertExternalTagidsEndpoint, params, options)
}
