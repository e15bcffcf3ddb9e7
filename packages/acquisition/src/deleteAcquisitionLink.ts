import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteAcquisitionLinkParams {
  /** Id of the acquisition link to delete. The app must have created the link. */
  link_id: string
}

export interface DeleteAcquisitionLinkResult {}

export const deleteAcquisitionLinkEndpoint: Endpoint<DeleteAcquisitionLinkParams, DeleteAcquisitionLinkResult> =
  defineEndpoint({
    name: 'deleteAcquisitionLink',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_acquisition/delete_link',
    effect: 'write',
    docs: 97297,
    params: wireObject<DeleteAcquisitionLinkParams>({
      link_id: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<DeleteAcquisitionLinkResult>({}),
  })

/**
 * 删除获客链接 — deletes an acquisition link. The URL of the link stops working.
 *
 * WeCom sends no `delete_link` event after this call. WeCom sends the event only if somebody deletes a link in the
 * admin console or in the WeCom app.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteAcquisitionLinkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `48002`: the app is not allowed to use acquisition links.
 * @see https://developer.work.weixin.qq.com/document/path/97297
 *
 * @example
 * await deleteAcquisitionLink(client, { link_id: 'link-1' })
 */
export function deleteAcquisitionLink(
  client: Client,
  params: DeleteAcquisitionLinkParams,
  options?: RequestOptions,
): Promise<DeleteAcquisitionLinkResult> {
  return client.request(deleteAcquisitionLinkEndpoint, params, options)
}
