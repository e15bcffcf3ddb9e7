import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertToServiceExternalUseridParams {
  /** The external_userid that the calling app, a provider-developed app (代开发应用), received for the customer. */
  external_userid: string
}

export interface ConvertToServiceExternalUseridResult {
  /**
   * The external_userid that the third-party app (第三方应用) receives for the customer. The third-party app belongs to the
   * service provider of the calling app.
   */
  external_userid: string
}

export const convertToServiceExternalUseridEndpoint: Endpoint<
  ConvertToServiceExternalUseridParams,
  ConvertToServiceExternalUseridResult
> = defineEndpoint({
  name: 'convertToServiceExternalUserid',
  method: 'POST',
  path: '/cgi-bin/externalcontact/to_service_external_userid',
  effect: 'read',
  docs: 95195,
  params: wireObject<ConvertToServiceExternalUseridParams>({
    external_userid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<ConvertToServiceExternalUseridResult>({
    external_userid: v.string(),
  }),
})

/**
 * 代开发应用external_userid转换 — converts an external_userid that a provider-developed app (代开发应用) received. Returns the
 * external_userid that the same provider's third-party app receives for the same customer. An app that has migrated to
 * the provider's ids does not need this call, because it receives the same ids as the third-party app. All apps that a
 * corp authorized after 2022-06-28 have migrated.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertToServiceExternalUseridParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the converted id. Its field is called `external_userid`, like the parameter.
 * @throws {WeComApiError} `40096`: this id was issued to another corp or provider, or no member in the app's visible
 *   range has this customer.
 *   `610019`, `610020`: the corp has installed no third-party app, or no third-party app of this provider.
 *   `610021`: the provider's third-party app is not allowed to read the corp's customers.
 * @see https://developer.work.weixin.qq.com/document/path/95195
 *
 * @example
 * const { external_userid } = await convertToServiceExternalUserid(client, { external_userid: 'wm1' })
 */
export function convertToServiceExternalUserid(
  client: Client,
  params: ConvertToServiceExternalUseridParams,
  options?: RequestOptions,
): Promise<ConvertToServiceExternalUseridResult> {
  return client.request(convertToServiceExternalUseridEndpoint, params, options)
}
