import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type MessageLink, messageLinkSchema } from './schemas/messageLink.ts'
import { type MessageMedia, messageMediaSchema } from './schemas/messageMedia.ts'
import type { MessageMiniprogram } from './schemas/messageMiniprogramParams.ts'
import { type MessageText, messageTextSchema } from './schemas/messageText.ts'

export interface GetGroupWelcomeTemplateParams {
  template_id: string
}

/** The content of a group welcome template (入群欢迎语素材). WeCom does not return the id of the template. */
export interface GetGroupWelcomeTemplateResult {
  text?: MessageText | undefined
  image?: GroupWelcomeImage | undefined
  link?: MessageLink | undefined
  miniprogram?: MessageMiniprogram | undefined
  file?: MessageMedia | undefined
  video?: MessageMedia | undefined
}

export interface GroupWelcomeImage {
  /** URL of the picture. Present even if the picture was set by `media_id`. */
  pic_url: string
}

export const getGroupWelcomeTemplateEndpoint: Endpoint<GetGroupWelcomeTemplateParams, GetGroupWelcomeTemplateResult> =
  defineEndpoint({
    name: 'getGroupWelcomeTemplate',
    method: 'POST',
    path: '/cgi-bin/externalcontact/group_welcome_template/get',
    effect: 'read',
    docs: 92366,
    params: wireObject<GetGroupWelcomeTemplateParams>({
      template_id: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<GetGroupWelcomeTemplateResult>({
      text: v.optional(messageTextSchema),
      image: v.optional(wireObject<GroupWelcomeImage>({ pic_url: v.string() })),
      link: v.optional(messageLinkSchema),
      miniprogram: v.optional(
        wireObject<MessageMiniprogram>({
          title: v.string(),
          pic_media_id: v.string(),
          appid: v.string(),
          page: v.string(),
        }),
      ),
      file: v.optional(messageMediaSchema),
      video: v.optional(messageMediaSchema),
    }),
  })

/**
 * 获取入群欢迎语素材 — reads a template of the welcome message for group chats.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetGroupWelcomeTemplateParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the content of the template.
 * @throws {WeComApiError} `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92366
 *
 * @example
 * const { text, image } = await getGroupWelcomeTemplate(client, { template_id: 'tpl1' })
 */
export function getGroupWelcomeTemplate(
  client: Client,
  params: GetGroupWelcomeTemplateParams,
  options?: RequestOptions,
): Promise<GetGroupWelcomeTemplateResult> {
  return client.request(getGroupWelcomeTemplateEndpoint, params, options)
}
