import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteContactWayParams {
  config_id: string
}

export interface DeleteContactWayResult {}

export const deleteContactWayEndpoint: Endpoint<DeleteContactWayParams, DeleteContactWayResult> = defineEndpoint({
  name: 'deleteContactWay',
  method: 'POST',
  path: '/cgi-bin/externalcontact/del_contact_way',
  effect: 'write',
  docs: 92228,
  params: wireObject<DeleteContactWayParams>({
    config_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<DeleteContactWayResult>({}),
})

/**
 * 删除企业已配置的「联系我」方式 — deletes a contact way.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41044`: the config_id is unknown, or belongs to another app.
 *   `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 *
 * @example
 * await deleteContactWay(client, { config_id: 'way-1' })
 */
export function deleteContactWay(
  client: Client,
  params: DeleteContactWayParams,
  options?: RequestOptions,
): Promise<DeleteContactWayResult> {
  return client.request(deleteContactWayEndpoint, params, options)
}
