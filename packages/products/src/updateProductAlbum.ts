import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ProductAttachmentParams, productAttachmentParamsSchema } from './schemas/productAttachmentParams.ts'
import { productDescriptionSchema, productPriceSchema, productSnSchema } from './schemas/productParams.ts'

/** The new values of a product. An omitted field is not changed. */
export interface UpdateProductAlbumParams {
  product_id: string
  /** Description of the product, with its name and features, at most 300 characters. */
  description?: string | undefined
  /** Price of the product in fen (1/100 yuan), at most 5,000,000 (50,000 yuan). */
  price?: number | undefined
  /** Code of the product in the corp's own systems, at most 128 digits and letters. */
  product_sn?: string | undefined
  /** Pictures of the product, at most 9. */
  attachments?: ProductAttachmentParams[] | undefined
}

export interface UpdateProductAlbumResult {}

export const updateProductAlbumEndpoint: Endpoint<UpdateProductAlbumParams, UpdateProductAlbumResult> = defineEndpoint({
  name: 'updateProductAlbum',
  method: 'POST',
  path: '/cgi-bin/externalcontact/update_product_album',
  effect: 'write',
  docs: 95096,
  params: wireObject<UpdateProductAlbumParams>({
    product_id: v.pipe(v.string(), v.nonEmpty()),
    description: v.optional(productDescriptionSchema),
    price: v.optional(productPriceSchema),
    product_sn: v.optional(productSnSchema),
    attachments: v.optional(v.pipe(v.array(productAttachmentParamsSchema), v.maxLength(9))),
  }),
  result: wireObject<UpdateProductAlbumResult>({}),
})

/**
 * 编辑商品图册 — changes a product of the product album. The app must have created the product.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateProductAlbumParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41074`: the product was deleted. `41075`: no such product. `41087`, `41073`: WeCom refuses
 *   the description. `41086`: invalid price. `41085`: invalid product code. `40007`: invalid media_id. `40145`: the
 *   media_id has expired. `41072`: the file was uploaded for another use.
 * @see https://developer.work.weixin.qq.com/document/path/95096
 *
 * @example
 * await updateProductAlbum(client, { product_id: 'prod1', price: 4900 }) // 4900 fen = 49 yuan
 */
export function updateProductAlbum(
  client: Client,
  params: UpdateProductAlbumParams,
  options?: RequestOptions,
): Promise<UpdateProductAlbumResult> {
  return client.request(updateProductAlbumEndpoint, params, options)
}
