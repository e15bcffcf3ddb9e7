import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type Product, productEntries } from './schemas/product.ts'

export interface GetProductAlbumParams {
  product_id: string
}

export interface GetProductAlbumResult {
  product: ProductDetail
}

export interface ProductDetail extends Product {
  /** Creation time of the product, in unix seconds. */
  create_time: number
}

export const getProductAlbumEndpoint: Endpoint<GetProductAlbumParams, GetProductAlbumResult> = defineEndpoint({
  name: 'getProductAlbum',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_product_album',
  effect: 'read',
  docs: 95096,
  params: wireObject<GetProductAlbumParams>({
    product_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<GetProductAlbumResult>({
    product: wireObject<ProductDetail>({
      ...productEntries,
      create_time: v.number(),
    }),
  }),
})

/**
 * 获取商品图册 — reads one product of the corp's product album. It may be a product that another app created.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetProductAlbumParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the product.
 * @throws {WeComApiError} `41074`: the product was deleted. `41075`: no such product.
 * @see https://developer.work.weixin.qq.com/document/path/95096
 *
 * @example
 * const { product } = await getProductAlbum(client, { product_id: 'prod1' })
 */
export function getProductAlbum(
  client: Client,
  params: GetProductAlbumParams,
  options?: RequestOptions,
): Promise<GetProductAlbumResult> {
  return client.request(getProductAlbumEndpoint, params, options)
}
