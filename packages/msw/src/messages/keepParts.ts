import type { MessageImageParams, MessageLink, MessageMedia, MessageMiniprogram } from '@wecom/messages'

// The parts of messages as they are kept: only the fields that WeCom knows.

/** Of a picture that is given twice, the media_id counts. */
export function keepImage({ media_id, pic_url }: MessageImageParams): MessageImageParams {
  return media_id ? { media_id } : { pic_url }
}

export function keepLink({ title, picurl, desc, url }: MessageLink): MessageLink {
  return { title, ...(picurl && { picurl }), ...(desc && { desc }), url }
}

export function keepMiniprogram({ title, pic_media_id, appid, page }: MessageMiniprogram): MessageMiniprogram {
  return { title, pic_media_id, appid, page }
}

export function keepMedia({ media_id }: MessageMedia): MessageMedia {
  return { media_id }
}
