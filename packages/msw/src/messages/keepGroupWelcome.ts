import type { GroupWelcomeContentParams } from '@wecom/messages'
import type { GroupWelcomeContent } from '../tenant/groupWelcomes.ts'
import { keepImage, keepLink, keepMedia, keepMiniprogram } from './keepParts.ts'

/** What a group welcome says, as it is kept: beside the text, the first of the other parts. */
export function keepGroupWelcome({ text, ...parts }: GroupWelcomeContentParams): GroupWelcomeContent {
  return { ...(text?.content && { text: { content: text.content } }), ...keepFirst(parts) }
}

function keepFirst({ image, link, miniprogram, file, video }: GroupWelcomeContentParams): GroupWelcomeContent {
  if (image) return { image: keepImage(image) }
  if (link) return { link: keepLink(link) }
  if (miniprogram) return { miniprogram: keepMiniprogram(miniprogram) }
  if (file) return { file: keepMedia(file) }
  return video ? { video: keepMedia(video) } : {}
}
