import type { CreateMomentTaskParams } from '@wecom/moments'
import { Refusal } from '../Refusal.ts'
import type { Media, MediaFile } from './media.ts'
import type { MomentContent } from './moments.ts'

type Content = Pick<CreateMomentTaskParams, 'text' | 'attachments'>

/** What a moment shows of what an app sent: attachments have become fields, and a link has lost its cover. */
export function toMomentContent({ text, attachments = [] }: Content): MomentContent {
  const image = attachments.flatMap((attachment) =>
    attachment.msgtype === 'image' ? [{ media_id: attachment.image.media_id }] : [],
  )
  const [first] = attachments
  return {
    ...(text?.content && { text: { content: text.content } }),
    ...(image.length > 0 && { image }),
    ...(first?.msgtype === 'video' && { video: { media_id: first.video.media_id } }),
    ...(first?.msgtype === 'link' && { link: toLink(first.link) }),
  }
}

function toLink({ title, url }: { readonly title?: string | undefined; readonly url: string }): MomentContent['link'] {
  return { ...(title !== undefined && { title }), url }
}

/**
 * Checks the files that a moment shows.
 *
 * @throws {Refusal} 40007: unknown, expired, of another kind, or from `media/upload`. 41072: uploaded for something else.
 */
export function checkMomentMedia(media: Media, { attachments = [] }: Content): void {
  for (const attachment of attachments) {
    if (attachment.msgtype === 'image') checkFile(media, 'image', attachment.image.media_id)
    if (attachment.msgtype === 'link') checkFile(media, 'image', attachment.link.media_id)
    if (attachment.msgtype === 'video') checkFile(media, 'video', attachment.video.media_id)
  }
}

const forMoments = 1

function checkFile(media: Media, kind: MediaFile['type'], media_id: string): void {
  const { type, attachment_type } = media.get(media_id)
  if (type !== kind || attachment_type === undefined) throw new Refusal(40007)
  if (attachment_type !== forMoments) throw new Refusal(41072)
}
