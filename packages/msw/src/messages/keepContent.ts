import type { MassMessageAttachment, MessageAttachmentParams, MessageContentParams } from '@wecom/messages'
import type { MassMessage } from '../tenant/massMessages.ts'
import { keepImage, keepLink, keepMedia, keepMiniprogram } from './keepParts.ts'

/** What a message says, as it is kept. Of the fields from before there were attachments, the first counts. */
export function keepContent({
  text,
  attachments,
  image,
  link,
  miniprogram,
}: MessageContentParams): Pick<MassMessage, 'text' | 'attachments'> {
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
