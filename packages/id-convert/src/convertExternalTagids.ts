import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertExternalTagidsParams {
  /** The corp's ids of tags and tag groups, 1 to 1000. */
  external_tagid_list: string[]
}

export interface ConvertExternalTagidsResult {
  items: ConvertedExternalTagid[]
  /** Ids that could not be converted. Absent if there are none. */
  invalid_external_tagid_list?: string[] | undefined
}

/** The two ids of a tag or a tag group: the corp's and the provider's. */
export interface ConvertedExternalTagid {
  /** The corp's id, as in the parameters. */
  external_tagid: string
  /** The provider's id. If the parameter was the provider's id already, it is the same id. */
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
 * 客户标签ID的转换 — converts the corp's ids of customer tags and tag groups into the provider's. Third-party and
 * provider-developed apps may call it.
 *
 * **The call succeeds even if ids cannot be converted:** it lists them in `invalid_external_tagid_list`, which may be
 * absent.
 *
 * `finishOpenidMigration` with `openid_type` 3 ends the migration of these ids together with that of external_userids.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertExternalTagidsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the ids that were converted, and those that were not.
 * @throws {WeComApiError} `48002`: the app is not a provider's app, or lacks the permission for basic customer information
 *   (客户基础信息).
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
