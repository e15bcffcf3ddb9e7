import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * A product of the product album (商品图册), as `listProductAlbums` returns it. The list does not contain the creation time
 * of a product: see `ProductDetail`.
 */
export interface Product {
  product_id: string
  /** Code of the product in the corp's own systems. May be empty. */
  product_sn?: string | undefined
  /** Description of the product, with its name and features. */
  description: string
  /** Price of the product in fen (1/100 yuan). */
  price: number
  attachments: ProductAttachment[]
}

/** A picture of a product, as WeCom returns it. */
export interface ProductAttachment {
  /** Type of the attachment. Absent in some answers of WeCom. */
  type?: 'image' | (string & {}) | undefined
  image: ProductImage
}

export interface ProductImage {
  /** Media_id of the picture. `getMedia` of `@wecom/media` downloads it. */
  media_id: string
}

export const productEntries: Entries<Product> = {
  product_id: v.string(),
  product_sn: v.optional(v.string()),
  description: v.string(),
  price: v.number(),
  attachments: v.array(
    wireObject<ProductAttachment>({
      type: v.optional(v.string()),
      image: wireObject<ProductImage>({ media_id: v.string() }),
    }),
  ),
}
