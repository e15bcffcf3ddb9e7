import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import type { ConclusionLink, ConclusionMiniprogram, ConclusionText } from './contactWayConclusions.ts'

/**
 * The closing message (结束语) in parameters of calls. WeCom sends it to the customer when a temporary session ends. It
 * needs at least one part: a text, an image, a link or a mini program. WeCom sends the text as a separate message. If
 * you pass several other parts, WeCom sends only one of them: the first in the order image, link, mini program.
 */
export interface ContactWayConclusionsParams {
  text?: ConclusionText | undefined
  image?: ConclusionImageParams | undefined
  link?: ConclusionLink | undefined
  miniprogram?: ConclusionMiniprogram | undefined
}

export interface ConclusionImageParams {
  /**
   * Media_id of a picture, from `uploadMedia` of `@wecom/media`. Results contain the URL of the picture (`pic_url`)
   * instead of the media_id.
   */
  media_id: string
}

export const contactWayConclusionsParamsSchema: v.GenericSchema<ContactWayConclusionsParams> = v.pipe(
  wireObject<ContactWayConclusionsParams>({
    text: v.optional(wireObject<ConclusionText>({ content: v.optional(v.pipe(v.string(), v.maxBytes(4000))) })),
    image: v.optional(wireObject<ConclusionImageParams>({ media_id: v.pipe(v.string(), v.nonEmpty()) })),
    link: v.optional(
      wireObject<ConclusionLink>({
        title: v.optional(v.pipe(v.string(), v.maxBytes(128))),
        picurl: v.optional(v.string()),
        desc: v.optional(v.pipe(v.string(), v.maxBytes(512))),
        url: v.optional(v.string()),
      }),
    ),
    miniprogram: v.optional(
      wireObject<ConclusionMiniprogram>({
        title: v.optional(v.pipe(v.string(), v.maxBytes(64))),
        pic_media_id: v.optional(v.string()),
        appid: v.optional(v.string()),
        page: v.optional(v.string()),
      }),
    ),
  }),
  v.check(
    ({ text, image, link, miniprogram }) => Boolean(text?.content || image || link || miniprogram),
    'one of text, image, link and miniprogram is required',
  ),
)
