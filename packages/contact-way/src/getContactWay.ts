import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ContactWayConclusions, contactWayConclusionsSchema } from './schemas/contactWayConclusions.ts'

export interface GetContactWayParams {
  config_id: string
}

export interface GetContactWayResult {
  contact_way: ContactWay
}

/** A contact way: a QR code or mini-program button through which customers add members. */
export interface ContactWay {
  config_id: string
  /** Type of the contact way: 1 leads to one member, 2 leads to several members. */
  type: 1 | 2 | (number & {})
  /** Kind of the contact way: 1 mini-program button, 2 QR code. */
  scene: 1 | 2 | (number & {})
  /** Style of the mini-program button. Present only if `scene` is 1 (mini-program button). */
  style?: 1 | 2 | 3 | (number & {}) | undefined
  /** Note about the contact way. May be empty. */
  remark: string
  /** Whether a customer is added at once, without the member's confirmation. */
  skip_verify: boolean
  /** Text that the app set to name the source of the customers. May be empty. */
  state: string
  /** URL of the picture of the QR code. Present only if `scene` is 2 (QR code). */
  qr_code?: string | undefined
  /** Userids of the members whom customers add through the contact way. May be empty. */
  user: string[]
  /**
   * Ids of departments. Customers add the members of these departments through the contact way. May be empty. Absent if
   * `type` is 1 (one member).
   */
  party?: number[] | undefined
  /** Whether the contact way opens a temporary session between the customer and the member. */
  is_temp: boolean
  /**
   * Lifetime of the QR code in seconds. It starts when the QR code is created. Present only if the contact way opens
   * temporary sessions.
   */
  expires_in?: number | undefined
  /** Duration of a temporary session in seconds. The session starts when the customer adds the member. */
  chat_expires_in?: number | undefined
  /**
   * Unionid (an id of WeChat) of the only customer who may use the contact way. Present only if the contact way opens
   * temporary sessions.
   */
  unionid?: string | undefined
  /**
   * Whether WeCom records this app as the source of the customers who use the contact way. The field has an effect only
   * for marketing acquisition apps (营销获客).
   */
  mark_source?: boolean | undefined
  conclusions?: ContactWayConclusions | undefined
}

export const getContactWayEndpoint: Endpoint<GetContactWayParams, GetContactWayResult> = defineEndpoint({
  name: 'getContactWay',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_contact_way',
  effect: 'read',
  docs: 92228,
  params: wireObject<GetContactWayParams>({
    config_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<GetContactWayResult>({
    contact_way: wireObject<ContactWay>({
      config_id: v.string(),
      type: v.number(),
      scene: v.number(),
      style: v.optional(v.number()),
      remark: v.string(),
      skip_verify: v.boolean(),
      state: v.string(),
      qr_code: v.optional(v.string()),
      user: v.array(v.string()),
      party: v.optional(v.array(v.number())),
      is_temp: v.boolean(),
      expires_in: v.optional(v.number()),
      chat_expires_in: v.optional(v.number()),
      unionid: v.optional(v.string()),
      mark_source: v.optional(v.boolean()),
      conclusions: v.optional(contactWayConclusionsSchema),
    }),
  }),
})

/**
 * 获取企业已配置的「联系我」方式 — reads the settings of one contact way.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the contact way, with the picture of its QR code.
 * @throws {WeComApiError} `41044`: the config_id is unknown, or belongs to another app.
 *   `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 *
 * @example
 * const { contact_way } = await getContactWay(client, { config_id: 'way-1' })
 */
export function getContactWay(
  client: Client,
  params: GetContactWayParams,
  options?: RequestOptions,
): Promise<GetContactWayResult> {
  return client.request(getContactWayEndpoint, params, options)
}
