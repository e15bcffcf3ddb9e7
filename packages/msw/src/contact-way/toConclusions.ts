import type {
  ConclusionLink,
  ConclusionMiniprogram,
  ContactWayConclusions,
  ContactWayConclusionsParams,
} from '@wecom/contact-way'
import { checkTemporaryFile } from '../media/checkTemporaryFile.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * Closing words as they read, with the fields that WeCom knows and no others: a picture comes back by its URL.
 *
 * @throws {Refusal} 40007: a picture is no temporary media (临时素材).
 */
export function toConclusions(
  tenant: Tenant,
  { text, image, link, miniprogram }: ContactWayConclusionsParams,
): ContactWayConclusions {
  checkTemporaryFile(tenant, 'image', image?.media_id)
  checkTemporaryFile(tenant, 'image', miniprogram?.pic_media_id)
  return {
    ...(text && { text: text.content === undefined ? {} : { content: text.content } }),
    ...(link && { link: keepLink(link) }),
    ...(miniprogram && { miniprogram: keepMiniprogram(miniprogram) }),
    ...(image && { image: { pic_url: `https://wework.qpic.cn/wwpic/${image.media_id}/0` } }),
  }
}

function keepLink({ title, picurl, desc, url }: ConclusionLink): ConclusionLink {
  return {
    ...(title !== undefined && { title }),
    ...(picurl !== undefined && { picurl }),
    ...(desc !== undefined && { desc }),
    ...(url !== undefined && { url }),
  }
}

function keepMiniprogram({ title, pic_media_id, appid, page }: ConclusionMiniprogram): ConclusionMiniprogram {
  return {
    ...(title !== undefined && { title }),
    ...(pic_media_id !== undefined && { pic_media_id }),
    ...(appid !== undefined && { appid }),
    ...(page !== undefined && { page }),
  }
}
