import type {
  MassMessageAttachment,
  MessageAttachmentParams,
  MessageContentParams,
  MessageImageParams,
  MessageLink,
  MessageMedia,
  MessageMiniprogram,
} from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { MassMessage } from '../state/messages.ts'

export function checkAttachments(corp: Corp, attachments: readonly MassMessageAttachment[] = []): void {
  for (const attachment of attachments) {
    checkMedia(corp, attachment)
    const { media_id } = attachment.video ?? attachment.file ?? {}
    // Only group welcomes may contain files from upload jobs (异步上传任务).
    if (media_id !== undefined && corp.mediaJobs.hasMade(media_id)) throw new Refusal(40007)
  }
}

type Parts = Pick<MassMessageAttachment, 'image' | 'miniprogram' | 'video' | 'file'>

// URLs that `media/uploadimg` returns.
const picturesOfWecom = /^https?:\/\/[\w.-]*\bqpic\.cn\//

export function checkMedia(corp: Corp, { image, miniprogram, video, file }: Parts): void {
  corp.media.checkTemporary('image', image?.media_id)
  // The errcode is an assumption: no public source shows WeCom's.
  if (image?.pic_url && !picturesOfWecom.test(image.pic_url)) throw new Refusal(40058, 'invalid pic_url')
  corp.media.checkTemporary('image', miniprogram?.pic_media_id)
  corp.media.checkTemporary('video', video?.media_id)
  corp.media.checkTemporary('file', file?.media_id)
}

export function keepContent({
  text,
  attachments,
  image,
  link,
  miniprogram,
}: MessageContentParams): Pick<MassMessage, 'text' | 'attachments'> {
  // Fields of older calls, which have no `attachments`. Only the first of these fields counts.
  const older: MessageAttachmentParams[] = [
    ...(image ? [{ msgtype: 'image' as const, image }] : []),
    ...(link ? [{ msgtype: 'link' as const, link }] : []),
    ...(miniprogram ? [{ msgtype: 'miniprogram' as const, miniprogram }] : []),
  ]
  const kept = (attachments?.length ? attachments : older.slice(0, 1)).map((attachment) => keepAttachment(attachment))
  return { ...(text?.content && { text: { content: text.content } }), ...(kept.length > 0 && { attachments: kept }) }
}

function keepAttachment(attachment: MessageAttachmentParams): MassMessageAttachment {
  const { msgtype } = attachment
  switch (msgtype) {
    case 'image':
      return { msgtype, image: keepImage(attachment.image) }
    case 'link':
      return { msgtype, link: keepLink(attachment.link) }
    case 'miniprogram':
      return { msgtype, miniprogram: keepMiniprogram(attachment.miniprogram) }
    case 'video':
      return { msgtype, video: keepMedia(attachment.video) }
    case 'file':
      return { msgtype, file: keepMedia(attachment.file) }
  }
}

// These functions convert parts of messages into the form that the corp stores, which has only the fields that WeCom knows.

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
