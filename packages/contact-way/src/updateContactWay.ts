import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWaySettings, contactWaySettingsEntries } from './schemas/contactWaySettings.ts'

export interface UpdateContactWayParams extends ContactWaySettings {
  config_id: string
}

export interface UpdateContactWayResult {}

export const updateContactWayEndpoint: Endpoint<UpdateContactWayParams, UpdateContactWayResult> = defineEndpoint({
  name: 'updateContactWay',
  method: 'POST',
  path: '/cgi-bin/externalcontact/update_contact_way',
  effect: 'write',
  docs: 92228,
  params: wireObject<UpdateContactWayParams>({
    config_id: v.pipe(v.string(), v.nonEmpty()),
    ...contactWaySettingsEntries,
  }),
  result: wireObject<UpdateContactWayResult>({}),
})

/**
 * 更新企业已配置的「联系我」方式 — changes a contact way. `type`, `scene` and `is_temp` cannot be changed.
 *
 * A list that you pass replaces the whole earlier list. Fields that you omit probably keep their values, but WeCom does
 * not document this. WeCom may reset `mark_source` and `unionid` to their defaults if you omit them. If the contact way
 * uses one of these two fields, pass it with every update.
 *
 * A contact way for temporary sessions cannot be changed after it has expired.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41044`: the config_id is unknown, or belongs to another app.
 *   `41041`: there are more than 100 members, or not exactly one for `type` 1.
 *   `41054`, `40098`: a member is not activated or not real-name verified.
 *   `84074`: a member lacks the customer-contact feature. `60111`: a userid is unknown.
 *   `60011`: a department is outside the app's visible range.
 *   `60111` or `60011`: a member is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 *
 * @example
 * const { contact_way } = await getContactWay(client, { config_id: 'way-1' })
 * await updateContactWay(client, { config_id: 'way-1', user: [...contact_way.user, 'lisi'] })
 */
export function updateContactWay(
  client: Client,
  params: UpdateContactWayParams,
  options?: RequestOptions,
): Promise<UpdateContactWayResult> {
  return client.request(updateContactWayEndpoint, params, options)
}
