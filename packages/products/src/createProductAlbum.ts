import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ProductAttachmentParams, productAttachmentParamsSchema } from './schemas/productAttachmentParams.ts'
import { productDescriptionSchema, productPriceSchema, productSnSchema } from './schemas/productParams.ts'

export interface CreateProductAlbumParams {
  /** Description of the product, with its name and features, at most 300 characters. */
  description: string
  /** Price of the product in fen (1/100 yuan), at most 5,000,000 (50,000 yuan). */
  price: number
  /** Code of the product in the corp's own systems, at most 128 digits and letters. */
  product_sn?: string | undefined
  /** Pictures of the product, 1 to 9. */
  attachments: ProductAttachmentParams[]
}

export interface CreateProductAlbumResult {
  product_id: string
}

export const createProductAlbumEndpoint: Endpoint<CreateProductAlbumParams, CreateProductAlbumResult> = defineEndpoint({
  name: 'createProductAlbum',
  method: 'POST',
  path: '/cgi-bin/externalcontact/add_product_album',
  effect: 'create',
  docs: 95096,
  params: wireObject<CreateProductAlbumParams>({
    description: productDescriptionSchema,
    price: productPriceSchema,
    product_sn: v.optional(productSnSchema),
    attachments: v.pipe(v.array(productAttachmentParamsSchema), v.nonEmpty(), v.maxLength(9)),
  }),
  result: wireObject<CreateProductAlbumResult>({
    product_id: v.string(),
  }),
  checkWith: 'listProductAlbums',
})

/**
 * 创建商品图册 — adds a product to the corp's product album.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateProductAlbumParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new product.
 * @throws {WeComApiError} `41202`: the corp has reached its limit of products. `41087`, `41073`: WeCom refuses the
 * description. `41086`: invalid price. `41085`: invalid product code. `40007`: invalid media_id. `40145`: the media_id
 * has expired. `41072`: the file was uploaded for another use.
 * @see https://developer.work.weixin.qq.com/document/path/95096
 *
 * @example
 * const { product_id } = await createProductAlbum(client, {
 *   description: '郁金香 10 支',
 *   price: 5900, // 59 yuan
 *   attachments: [{ type: 'image', image: { media_id: 'media1' } }],
 * })
 */
export function createProductAlbum(
  client: Client,
  params: CreateProductAlbumParams,
  options?: RequestOptions,
): Promise<CreateProductAlbumResult> {
  return client.request(createProductAlbumEndpoint, params, options)
}
