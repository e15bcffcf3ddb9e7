import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, sdkRule, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWaySettings, contactWaySettingsEntries } from './schemas/contactWaySettings.ts'

export interface CreateContactWayParams extends ContactWaySettings {
  /** 1 one member, 2 several. Cannot be changed later. */
  type: 1 | 2
  /** 1 button in a mini program, 2 QR code. Cannot be changed later. */
  scene: 1 | 2
  /**
   * A temporary session, default false: with `type` 1 and for corps of the medical industry only. Its QR code is spent
   * as soon as a customer has added the member.
   */
  is_temp?: boolean | undefined
  /** Whether customers of one corp are led to the same member where possible, default false. */
  is_exclusive?: boolean | undefined
}

export interface CreateContactWayResult {
  /** Store it: the admin console does not show ways that were created by this call. */
  config_id: string
  /** URL of the picture; only where `scene` is 2. */
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
    // WeCom ignores it without is_temp, and when it is empty: everybody could use the way.
    sdkRule(({ is_temp, unionid }) => Boolean(is_temp) || !unionid, 'unionid requires is_temp'),
    sdkRule(
      ({ is_temp, unionid }) => !is_temp || unionid !== '',
      'unionid must not be empty: leave it out where everybody may use the way',
    ),
  ),
  result: wireObject<CreateContactWayResult>({
    config_id: v.string(),
    qr_code: v.optional(v.string()),
  }),
  checkWith: 'listContactWays',
})

/**
 * 配置客户联系「联系我」方式 — creates a QR code or mini program button by which customers add members.
 *
 * A corp can have 500,000 of them, group join ways included. Temporary ones do not count, of those 100,000 a day can be
 * created; but `listContactWays` leaves them out, so that one whose answer is lost cannot be found again.
 *
 * Members must be activated and real-name verified, have the customer-contact feature, and lie within the app's scope.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new way, and its QR code.
 * @throws {WeComApiError} `41045`: the corp has its 500,000 already. `41041`: more than 100 members.
 *   `41054`, `40098`: a member is not activated or not real-name verified.
 *   `84074`: a member lacks the customer-contact feature. `60111`: unknown userid, or out of the app's sight.
 *   `60011`: out of the app's scope. `41057`: unionid without a WeChat developer id.
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
