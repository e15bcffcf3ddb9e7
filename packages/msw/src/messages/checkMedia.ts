import type { MassMessageAttachment } from '@wecom/messages'
import { checkTemporaryFile } from '../media/checkTemporaryFile.ts'
import { Refusal } from '../Refusal.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What of a message can point at a file. */
type Parts = Pick<MassMessageAttachment, 'image' | 'miniprogram' | 'video' | 'file'>

/** Where WeCom keeps the pictures of `media/uploadimg`. */
const picturesOfWecom = /^https?:\/\/[\w.-]*\bqpic\.cn\//

/**
 * Checks the files that a message shows.
 *
 * @throws {Refusal} as `checkTemporaryFile`.
 *   40058: a picture that WeCom does not keep; its errcode for this was not seen.
 */
export function checkMedia(tenant: Tenant, { image, miniprogram, video, file }: Parts): void {
  checkTemporaryFile(tenant, 'image', image?.media_id)
  if (image?.pic_url && !picturesOfWecom.test(image.pic_url)) throw new Refusal(40058, 'invalid pic_url')
  checkTemporaryFile(tenant, 'image', miniprogram?.pic_media_id)
  checkTemporaryFile(tenant, 'video', video?.media_id)
  checkTemporaryFile(tenant, 'file', file?.media_id)
}
