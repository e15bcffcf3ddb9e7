import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, sdkRule, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWaySettings, contactWaySettingsEntries } from './schemas/contactWaySettings.ts'

export interface CreateContactWayParams extends ContactWaySettings {
  /** Type of the contact way: 1 leads to one member, 2 leads to several members. It cannot be changed later. */
  type: 1 | 2
  /** Kind of the contact way: 1 mini-program button, 2 QR code. It cannot be changed later. */
  scene: 1 | 2
  /**
   * Whether the contact way opens a temporary session (临时会话) between the customer and the member. Default false. The
   * value true requires `type` 1, and is allowed only for corps of the medical industry. The QR code then expires when
   * one customer has added the member.
   */
  is_temp?: boolean | undefined
  /**
   * Whether WeCom tries to give all customers who work for the same other corp the same member of your corp. Default
   * false.
   */
  is_exclusive?: boolean | undefined
}

export interface CreateContactWayResult {
  /** Id of the contact way. Store it, because the admin console does not show contact ways that apps create. */
  config_id: string
  /** URL of the picture of the QR code. Present only if `scene` is 2. */
  qr_code?: string | undefined
}

export const createContactWayEndpoint: Endpoint<CreateContactWayParams, CreateContactWayResult> = defineEndpoint({
  name: 'createContactWay',
  method: 'POST',
  path: '/cgi-bin/externalcontact/add_contact_way',
  effect: 'create',
  docs: 92228,
  params: v.pipe(
    wireObject<CreateContactWayParams>({
      type: v.picklist([1, 2]),
      scene: v.picklist([1, 2]),
      is_temp: v.optional(v.boolean()),
      is_exclusive: v.optional(v.boolean()),
      ...contactWaySettingsEntries,
    }),
    v.check(
      ({ type, user }) => type !== 1 || user?.length === 1,
      'type 1 (one member) requires user with exactly one userid',
    ),
    v.check(
      ({ type, scene, style }) => type !== 2 || scene !== 1 || style !== 3,
      'style 3 requires type 1 (one member)',
    ),
    v.check(({ type, is_temp }) => type !== 2 || !is_temp, 'is_temp requires type 1 (one member)'),
    // Without is_temp, or if it is empty, WeCom ignores unionid: everybody could use the contact way.
    sdkRule(({ is_temp, unionid }) => Boolean(is_temp) || !unionid, 'unionid requires is_temp'),
    sdkRule(
      ({ is_temp, unionid }) => !is_temp || unionid !== '',
      'unionid must not be empty: omit it to let everybody use the contact way',
    ),
  ),
  result: wireObject<CreateContactWayResult>({
    config_id: v.string(),
    qr_code: v.optional(v.string()),
  }),
  checkWith: 'listContactWays',
})

/**
 * 配置客户联系「联系我」方式 — creates a contact way: a QR code or mini-program button through which customers add members.
 *
 * The members must be activated and real-name verified, have the customer-contact feature, and be in the app's visible
 * range. A corp can have at most 500,000 contact ways, including join ways (加入群聊) of group chats.
 *
 * Contact ways for temporary sessions do not count towards the limit of 500,000. A corp can create at most 100,000
 * contact ways for temporary sessions a day. `listContactWays` does not list contact ways for temporary sessions. So if
 * the answer to the call that creates such a contact way is lost, you cannot find the contact way again.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new contact way, and its QR code.
 * @throws {WeComApiError} `41045`: the corp has reached the limit of 500,000. `41041`: more than 100 members. `41054`,
 *   `40098`: a member is not activated or not real-name verified. `84074`: a member lacks the customer-contact feature.
 *   `60111`: a userid is unknown. `60011`: a department is outside the app's visible range. `60111` or `60011`: a
 *   member is outside the app's visible range. `41057`: the call has a `unionid`, but the corp has not bound a WeChat
 *   developer account.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 *
 * @example
 * const { config_id, qr_code } = await createContactWay(client, {
 *   type: 2,
 *   scene: 2,
 *   user: ['zhangsan', 'lisi'],
 *   state: 'shop-7',
 * })
 */
export function createContactWay(
  client: Client,
  params: CreateContactWayParams,
  options?: RequestOptions,
): Promise<CreateContactWayResult> {
  return client.request(createContactWayEndpoint, params, options)
}
