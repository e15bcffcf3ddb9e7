import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A picture of a product to create or change. */
export interface ProductAttachmentParams {
  type: 'image'
  image: ProductImageParams
}

export interface ProductImageParams {
  /**
   * Media_id of the picture. The media_id must come from `uploadAttachment` of `@wecom/media` with `attachment_type` 2
   * (product album).
   */
  media_id: string
}

export const productAttachmentParamsSchema: v.GenericSchema<ProductAttachmentParams> =
  wireObject<ProductAttachmentParams>({
    type: v.literal('image'),
    image: wireObject<ProductImageParams>({ media_id: v.pipe(v.string(), v.nonEmpty()) }),
  })
