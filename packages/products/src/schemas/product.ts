import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A product of the album, as lists show it. */
export interface Product {
  product_id: string
  /** The corp's code for the product. May be empty. */
  product_sn?: string | undefined
  /** Name and features of the product. */
  description: string
  /** Price in fen (1/100 yuan). */
  price: number
  attachments: ProductAttachment[]
}

/** A picture of a product. */
export interface ProductAttachment {
  /** Type of the attachment. Some real answers lack it. */
  type?: 'image' | (string & {}) | undefined
  image: ProductImage
}

export interface ProductImage {
  /** Media_id of the picture, for `getMedia` of `@wecom/media`. */
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
