import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A page of a mini program, which WeCom shows as a card. */
export interface MessageMiniprogram {
  /** Title of the card, at most 64 bytes of UTF-8. */
  title: string
  /**
   * Media_id of the cover picture of the card, from `uploadMedia` of `@wecom/media`. WeCom advises 520 × 416 pixels.
   */
  pic_media_id: string
  /** Appid of a mini program that is bound to the corp. */
  appid: string
  /** Path of the page that the card opens in the mini program. */
  page: string
}

export const messageMiniprogramParamsSchema: v.GenericSchema<MessageMiniprogram> = wireObject<MessageMiniprogram>({
  title: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(64)),
  pic_media_id: v.pipe(v.string(), v.nonEmpty()),
  appid: v.pipe(v.string(), v.nonEmpty()),
  page: v.pipe(v.string(), v.nonEmpty()),
})
