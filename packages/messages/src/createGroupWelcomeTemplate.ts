import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type GroupWelcomeContentParams,
  checkGroupWelcomeContent,
  groupWelcomeContentParamsEntries,
} from './schemas/groupWelcomeContentParams.ts'
import type { MessageTextParams } from './schemas/messageTextParams.ts'

export interface CreateGroupWelcomeTemplateParams extends GroupWelcomeContentParams {
  /**
   * Agentid of the app in the corp that has authorized the app. Only old third-party suites that contain several apps
   * need this parameter.
   */
  agentid?: number | undefined
  /**
   * Whether WeCom notifies members that they can use the new welcome message in their group chats: 0 no, 1 yes
   * (default).
   */
  notify?: 0 | 1 | undefined
}

export interface CreateGroupWelcomeTemplateResult {
  /** Id of the new template. Store it, because no call lists the templates. */
  template_id: string
}

export const createGroupWelcomeTemplateEndpoint: Endpoint<
  CreateGroupWelcomeTemplateParams,
  CreateGroupWelcomeTemplateResult
> = defineEndpoint({
  name: 'createGroupWelcomeTemplate',
  method: 'POST',
  path: '/cgi-bin/externalcontact/group_welcome_template/add',
  effect: 'create',
  docs: 92366,
  params: v.pipe(
    wireObject<CreateGroupWelcomeTemplateParams>({
      ...groupWelcomeContentParamsEntries(
        wireObject<MessageTextParams>({ content: v.optional(v.pipe(v.string(), v.maxBytes(3000))) }),
      ),
      agentid: v.optional(v.pipe(v.number(), v.integer())),
      notify: v.optional(v.picklist([0, 1])),
    }),
    checkGroupWelcomeContent(),
  ),
  result: wireObject<CreateGroupWelcomeTemplateResult>({
    template_id: v.string(),
  }),
})

/**
 * 添加入群欢迎语素材 — creates a template of the welcome message for people who join a group chat. A corp can have at most 100
 * templates.
 *
 * If the answer to this call is lost, you cannot find out whether WeCom created the template, because no call lists
 * templates. If you repeat the call, WeCom may create a second template. Unless `notify` is 0, WeCom then also notifies
 * members a second time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateGroupWelcomeTemplateParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new template.
 * @throws {WeComApiError} `41055`: the corp has reached the limit of 100 templates. `40007`: invalid media_id.
 * @see https://developer.work.weixin.qq.com/document/path/92366
 *
 * @example
 * const { template_id } = await createGroupWelcomeTemplate(client, {
 *   text: { content: '%NICKNAME%，欢迎入群' },
 *   link: { title: '群规', url: 'https://example.com/rules' },
 *   notify: 0,
 * })
 */
export function createGroupWelcomeTemplate(
  client: Client,
  params: CreateGroupWelcomeTemplateParams,
  options?: RequestOptions,
): Promise<CreateGroupWelcomeTemplateResult> {
  return client.request(createGroupWelcomeTemplateEndpoint, params, options)
}
