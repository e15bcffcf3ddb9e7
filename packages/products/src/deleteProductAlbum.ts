import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteProductAlbumParams {
  product_id: string
}

export interface DeleteProductAlbumResult {}

export const deleteProductAlbumEndpoint: Endpoint<DeleteProductAlbumParams, DeleteProductAlbumResult> = defineEndpoint({
  name: 'deleteProductAlbum',
  method: 'POST',
  path: '/cgi-bin/externalcontact/delete_product_album',
  effect: 'write',
  docs: 95096,
  params: wireObject<DeleteProductAlbumParams>({
    product_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<DeleteProductAlbumResult>({}),
})

/**
 * 删除商品图册 — deletes a product of the product album. The app must have created the product.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteProductAlbumParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41074`: the product is already deleted, possibly by an earlier attempt of this call.
 *   `41075`: no such product.
 * @see https://developer.work.weixin.qq.com/document/path/95096
 *
 * @example
 * await deleteProductAlbum(client, { product_id: 'prod1' })
 */
export function deleteProductAlbum(
  client: Client,
  params: DeleteProductAlbumParams,
  options?: RequestOptions,
): Promise<DeleteProductAlbumResult> {
  return client.request(deleteProductAlbumEndpoint, params, options)
}
