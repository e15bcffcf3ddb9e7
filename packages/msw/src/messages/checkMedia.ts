import type { MassMessageAttachment } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import type { MediaFile } from '../tenant/media.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What of a message can point at a file. */
type Parts = Pick<MassMessageAttachment, 'image' | 'miniprogram' | 'video' | 'file'>

/** Where WeCom keeps the pictures of `media/uploadimg`. */
const picturesOfWecom = /^https?:\/\/[\w.-]*\bqpic\.cn\//

/**
 * Checks the files that a message shows.
 *
 * @throws {Refusal} 40007: unknown, expired, of another kind, or uploaded as an attachment of moments or products.
 *   40058: a picture that WeCom does not keep; its errcode for this was not seen.
 */
export function checkMedia(tenant: Tenant, { image, miniprogram, video, file }: Parts): void {
  checkFile(tenant, 'image', image?.media_id)
  if (image?.pic_url && !picturesOfWecom.test(image.pic_url)) throw new Refusal(40058, 'invalid pic_url')
  checkFile(tenant, 'image', miniprogram?.pic_media_id)
  checkFile(tenant, 'video', video?.media_id)
  checkFile(tenant, 'file', file?.media_id)
}

function checkFile({ media }: Tenant, type: MediaFile['type'], media_id: string | undefined): void {
  if (!media_id) return
  const found = media.get(media_id)
  if (found.type !== type || found.attachment_type !== undefined) throw new Refusal(40007)
}
