import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A product of the album, as lists show it. */
export interface Product {
  product_id: string
  /** The corp's product code; may be empty. */
  product_sn?: string | undefined
  /** Name and features. */
  description: string
  /** In fen. */
  price: number
  attachments: ProductAttachment[]
}

/** A picture of a product. */
export interface ProductAttachment {
  /** Absent in some real answers. */
  type?: 'image' | (string & {}) | undefined
  image: ProductImage
}

export interface ProductImage {
  /** media_id for `getMedia` of `@wecom/media`. */
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
