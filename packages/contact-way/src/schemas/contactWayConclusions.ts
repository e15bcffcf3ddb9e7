import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The closing message (结束语) of a contact way, as WeCom returns it. WeCom sends this message to the customer when a
 * temporary session ends.
 */
export interface ContactWayConclusions {
  text?: ConclusionText | undefined
  image?: ConclusionImage | undefined
  link?: ConclusionLink | undefined
  miniprogram?: ConclusionMiniprogram | undefined
}

export interface ConclusionText {
  /** Text of the closing message, at most 4000 bytes of UTF-8. */
  content?: string | undefined
}

export interface ConclusionImage {
  /** URL of the picture. WeCom does not return the media_id that you passed for the picture. */
  pic_url: string
}

export interface ConclusionLink {
  /** Title of the link, at most 128 bytes of UTF-8. */
  title?: string | undefined
  /** URL of the cover picture of the link. */
  picurl?: string | undefined
  /** Description of the link, at most 512 bytes of UTF-8. */
  desc?: string | undefined
  url?: string | undefined
}

export interface ConclusionMiniprogram {
  /** Title of the mini-program card, at most 64 bytes of UTF-8. */
  title?: string | undefined
  /** Media_id of the cover picture of the mini-program card. WeCom advises 520 × 416 pixels. */
  pic_media_id?: string | undefined
  /** Appid of a mini program that is linked to the corp. */
  appid?: string | undefined
  /** Path of the page that the card opens in the mini program. */
  page?: string | undefined
}

export const contactWayConclusionsSchema: v.GenericSchema<ContactWayConclusions> = wireObject<ContactWayConclusions>({
  text: v.optional(wireObject<ConclusionText>({ content: v.optional(v.string()) })),
  image: v.optional(wireObject<ConclusionImage>({ pic_url: v.string() })),
  link: v.optional(
    wireObject<ConclusionLink>({
      title: v.optional(v.string()),
      picurl: v.optional(v.string()),
      desc: v.optional(v.string()),
      url: v.optional(v.string()),
    }),
  ),
  miniprogram: v.optional(
    wireObject<ConclusionMiniprogram>({
      title: v.optional(v.string()),
      pic_media_id: v.optional(v.string()),
      appid: v.optional(v.string()),
      page: v.optional(v.string()),
    }),
  ),
})
