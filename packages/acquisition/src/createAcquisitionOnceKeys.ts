import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface CreateAcquisitionOnceKeysParams {
  link_id: string
  /** Number of keys to create: 1 to 1000, default 100. */
  key_num?: number | undefined
}

export interface CreateAcquisitionOnceKeysResult {
  /** The one-time keys. Use each key for one customer. A key is valid for 14 days. */
  keys: string[]
}

export const createAcquisitionOnceKeysEndpoint: Endpoint<
  CreateAcquisitionOnceKeysParams,
  CreateAcquisitionOnceKeysResult
> = defineEndpoint({
  name: 'createAcquisitionOnceKeys',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_acquisition/create_once_key',
  effect: 'create',
  docs: 99603,
  params: wireObject<CreateAcquisitionOnceKeysParams>({
    link_id: v.pipe(v.string(), v.nonEmpty()),
    key_num: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  }),
  result: wireObject<CreateAcquisitionOnceKeysResult>({
    keys: v.array(v.string()),
  }),
})

/**
 * 生成代支付key — creates one-time keys for an acquisition link. If a customer opens the link with such a key, the service
 * provider pays for the customer instead of the corp. Only the acquisition component (获客助手组件) of a service provider may
 * make this call, and only if `getAcquisitionComponentAuth` returns `pay_mode` 1 (the service provider pays).
 *
 * Add a key as the query parameter `once_key` to the URL of the link. Use the URL that `getAcquisitionLink` returns to
 * the component. This URL contains the parameter `comp_scene`. No other call returns the keys. If the answer to this
 * call is lost, the keys stay unused and expire after 14 days, so call the function again.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateAcquisitionOnceKeysParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the keys.
 * @throws {WeComApiError} `41099`: the corp pays for the customers. `getAcquisitionComponentAuth` returns who pays.
 *   `41098`: the corp authorized another component for the link.
 * @see https://developer.work.weixin.qq.com/document/path/99603
 *
 * @example
 * const { keys } = await createAcquisitionOnceKeys(client, { link_id: 'link-1', key_num: 10 })
 */
export function createAcquisitionOnceKeys(
  client: Client,
  params: CreateAcquisitionOnceKeysParams,
  options?: RequestOptions,
): Promise<CreateAcquisitionOnceKeysResult> {
  return client.request(createAcquisitionOnceKeysEndpoint, params, options)
}
