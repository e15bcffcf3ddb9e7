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
 * 更新企业已配置的「联系我」方式 — changes a contact way; all but `type`, `scene` and whether it is temporary.
 *
 * Lists are replaced as a whole. That other fields stay where they are left out is likely, but WeCom does not say so;
 * give `mark_source` and `unionid` with every change of a way that has them, as WeCom documents a default for both.
 * A temporary way that has expired cannot be changed.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41044`: unknown config_id, or another app's.
 *   `41041`: more than 100 members, or not exactly one where `type` is 1.
 *   `41054`, `40098`: a member is not activated or not real-name verified.
 *   `84074`: a member lacks the customer-contact feature. `60111`: unknown userid, or out of the app's sight.
 *   `60011`: out of the app's scope.
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
