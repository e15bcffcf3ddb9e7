import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteGroupWelcomeTemplateParams {
  template_id: string
  /**
   * Agentid of the app in the corp that has authorized the app. Only old third-party suites that contain several apps
   * need this parameter.
   */
  agentid?: number | undefined
}

export interface DeleteGroupWelcomeTemplateResult {}

export const deleteGroupWelcomeTemplateEndpoint: Endpoint<
  DeleteGroupWelcomeTemplateParams,
  DeleteGroupWelcomeTemplateResult
> = defineEndpoint({
  name: 'deleteGroupWelcomeTemplate',
  method: 'POST',
  path: '/cgi-bin/externalcontact/group_welcome_template/del',
  effect: 'write',
  docs: 92366,
  params: wireObject<DeleteGroupWelcomeTemplateParams>({
    template_id: v.pipe(v.string(), v.nonEmpty()),
    agentid: v.optional(v.pipe(v.number(), v.integer())),
  }),
  result: wireObject<DeleteGroupWelcomeTemplateResult>({}),
})

/**
 * 删除入群欢迎语素材 — deletes a template of the welcome message for group chats. The app must have created the template.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteGroupWelcomeTemplateParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41058`: another app created the template.
 * @see https://developer.work.weixin.qq.com/document/path/92366
 *
 * @example
 * await deleteGroupWelcomeTemplate(client, { template_id: 'tpl1' })
 */
export function deleteGroupWelcomeTemplate(
  client: Client,
  params: DeleteGroupWelcomeTemplateParams,
  options?: RequestOptions,
): Promise<DeleteGroupWelcomeTemplateResult> {
  return client.request(deleteGroupWelcomeTemplateEndpoint, params, options)
}
