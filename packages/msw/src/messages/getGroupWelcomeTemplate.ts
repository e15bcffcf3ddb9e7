import { type GroupWelcomeImage, type MessageImageParams, getGroupWelcomeTemplateEndpoint } from '@wecom/messages'
import { type Served, serve } from '../serve/serve.ts'

export const getGroupWelcomeTemplateServed: Served = serve(getGroupWelcomeTemplateEndpoint, (tenant, params) => {
  const { text, image, link, miniprogram, file, video } = tenant.groupWelcomes.get(params.template_id)
  return {
    ...(text && { text }),
    ...(image && { image: toUrl(image) }),
    ...(link && { link }),
    ...(miniprogram && { miniprogram }),
    ...(file && { file }),
    ...(video && { video }),
  }
})

/** WeCom shows a picture by its URL, also one that it got by media_id. */
function toUrl({ media_id, pic_url = '' }: MessageImageParams): GroupWelcomeImage {
  return { pic_url: media_id ? `https://wework.qpic.cn/wwpic/${media_id}/0` : pic_url }
}
