import type { ContactWayConclusions, ContactWayConclusionsParams } from '@wecom/contact-way'
import { Refusal } from '../Refusal.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * Closing words as they read: a picture comes back by its URL.
 *
 * @throws {Refusal} 40007: the picture is no temporary media (临时素材).
 */
export function toConclusions(
  { media, random }: Tenant,
  { image, ...others }: ContactWayConclusionsParams,
): ContactWayConclusions {
  if (!image) return others
  const { type, attachment_type } = media.get(image.media_id)
  if (type !== 'image' || attachment_type !== undefined) throw new Refusal(40007)
  return { ...others, image: { pic_url: `https://wework.qpic.cn/wwpic/${random.digits(12)}/0` } }
}
