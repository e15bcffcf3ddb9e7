import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A product of the album, as lists show it. */
export interface Product {
  product_id: string
  /** The corp's own code; may be empty. */
  product_sn?: string | undefined
  /** Name and features. */
  description: string
  /** In fen. */
  price: number
  attachments: ProductAttachment[]
}

/** A picture of a product. */
export interface ProductAttachment {
  /** Was once seen to be absent. */
  type?: 'image' | (string & {}) | undefined
  image: ProductImage
}

export interface ProductImage {
  /** Can be fetched with `media/get`. */
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
