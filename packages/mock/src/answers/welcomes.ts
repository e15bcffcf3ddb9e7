import {
  createGroupWelcomeTemplateEndpoint,
  deleteGroupWelcomeTemplateEndpoint,
  getGroupWelcomeTemplateEndpoint,
  type GroupWelcomeContentParams,
  type GroupWelcomeImage,
  type MessageImageParams,
  sendWelcomeMessageEndpoint,
  updateGroupWelcomeTemplateEndpoint,
} from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import type { GroupWelcomeContent } from '../state/welcomes.ts'
import {
  checkAttachments,
  checkMedia,
  keepContent,
  keepImage,
  keepLink,
  keepMedia,
  keepMiniprogram,
} from './messageContent.ts'
import { serve, type Served } from './serve.ts'

export const sendWelcomeMessageServed: Served = serve(
  sendWelcomeMessageEndpoint,
  (corp, { welcome_code, ...content }, { app, delayMs }) => {
    const { userid, external_userid } = corp.welcomeCodes.check(app, welcome_code)
    const member = corp.members.find(userid)
    if (!member || !corp.members.isVisible(app, member)) throw new Refusal(60011)
    if (corp.conversations.haveTalked(userid, external_userid)) throw new Refusal(41051)
    const follow = corp.follows.find(userid, external_userid)
    if (member.chats_archived && follow?.archive_agreed_at === undefined) throw new Refusal(41053)
    checkAttachments(corp, keepContent(content).attachments)
    corp.welcomeCodes.use(app, welcome_code, delayMs)
    return {}
  },
  { missing: { welcome_code: 41049 }, invalid: { attachments: 41064, 'attachments.msgtype': 41065 } },
)

export const createGroupWelcomeTemplateServed: Served = serve(
  createGroupWelcomeTemplateEndpoint,
  (corp, params, { app }) => {
    const content = keepGroupWelcome(params)
    checkMedia(corp, content)
    return { template_id: corp.groupWelcomes.add(app, content).template_id }
  },
  { invalid: { '': 40063 } },
)

export const getGroupWelcomeTemplateServed: Served = serve(getGroupWelcomeTemplateEndpoint, (corp, params) => {
  const { text, image, link, miniprogram, file, video } = corp.groupWelcomes.get(params.template_id)
  return {
    ...(text && { text }),
    ...(image && { image: toUrl(image) }),
    ...(link && { link }),
    ...(miniprogram && { miniprogram }),
    ...(file && { file }),
    ...(video && { video }),
  }
})

function toUrl({ media_id, pic_url = '' }: MessageImageParams): GroupWelcomeImage {
  // WeCom returns a URL, even if the caller sent a media_id.
  return { pic_url: media_id ? `https://wework.qpic.cn/wwpic/${media_id}/0` : pic_url }
}

export const updateGroupWelcomeTemplateServed: Served = serve(
  updateGroupWelcomeTemplateEndpoint,
  (corp, params, { app }) => {
    const content = keepGroupWelcome(params)
    checkMedia(corp, content)
    corp.groupWelcomes.replace(app, params.template_id, content)
    return {}
  },
  { invalid: { '': 40063 } },
)

export const deleteGroupWelcomeTemplateServed: Served = serve(
  deleteGroupWelcomeTemplateEndpoint,
  (corp, { template_id }, { app }) => {
    corp.groupWelcomes.delete(app, template_id)
    return {}
  },
)

function keepGroupWelcome({ text, ...parts }: GroupWelcomeContentParams): GroupWelcomeContent {
  return { ...(text?.content && { text: { content: text.content } }), ...keepFirst(parts) }
}

function keepFirst({ image, link, miniprogram, file, video }: GroupWelcomeContentParams): GroupWelcomeContent {
  if (image) return { image: keepImage(image) }
  if (link) return { link: keepLink(link) }
  if (miniprogram) return { miniprogram: keepMiniprogram(miniprogram) }
  if (file) return { file: keepMedia(file) }
  return video ? { video: keepMedia(video) } : {}
}
