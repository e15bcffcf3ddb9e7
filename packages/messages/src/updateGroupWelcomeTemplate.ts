import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type GroupWelcomeContentParams,
  checkGroupWelcomeContent,
  groupWelcomeContentParamsEntries,
} from './schemas/groupWelcomeContentParams.ts'
import { messageTextParamsSchema } from './schemas/messageTextParams.ts'

export interface UpdateGroupWelcomeTemplateParams extends GroupWelcomeContentParams {
  template_id: string
  /**
   * Agentid of the app in the corp that has authorized the app. Only old third-party suites that contain several apps
   * need this parameter.
   */
  agentid?: number | undefined
}

export interface UpdateGroupWelcomeTemplateResult {}

export const updateGroupWelcomeTemplateEndpoint: Endpoint<
  UpdateGroupWelcomeTemplateParams,
  UpdateGroupWelcomeTemplateResult
> = defineEndpoint({
  name: 'updateGroupWelcomeTemplate',
  method: 'POST',
  path: '/cgi-bin/externalcontact/group_welcome_template/edit',
  effect: 'write',
  docs: 92366,
  params: v.pipe(
    wireObject<UpdateGroupWelcomeTemplateParams>({
      ...groupWelcomeContentParamsEntries(messageTextParamsSchema),
      template_id: v.pipe(v.string(), v.nonEmpty()),
      agentid: v.optional(v.pipe(v.number(), v.integer())),
    }),
    checkGroupWelcomeContent(),
  ),
  result: wireObject<UpdateGroupWelcomeTemplateResult>({}),
})

/**
 * 编辑入群欢迎语素材 — changes a template of the welcome message for group chats. The app must have created the template.
 *
 * Pass the whole content, because WeCom does not document whether parts that you omit are kept or cleared.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateGroupWelcomeTemplateParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41058`: another app created the template. `40007`: invalid media_id.
 * @see https://developer.work.weixin.qq.com/document/path/92366
 *
 * @example
 * await updateGroupWelcomeTemplate(client, { template_id: 'tpl1', text: { content: '%NICKNAME%，欢迎入群' } })
 */
export function updateGroupWelcomeTemplate(
  client: Client,
  params: UpdateGroupWelcomeTemplateParams,
  options?: RequestOptions,
): Promise<UpdateGroupWelcomeTemplateResult> {
  return client.request(updateGroupWelcomeTemplateEndpoint, params, options)
}
