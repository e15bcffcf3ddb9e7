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

/** A QR code or button for customers to add members. */
export interface ContactWay {
  config_id: string
  /** 1 one member, 2 several. */
  type: 1 | 2 | (number & {})
  /** 1 mini-program button, 2 QR code. */
  scene: 1 | 2 | (number & {})
  /** Style of the button; only if `scene` is 1. */
  style?: 1 | 2 | 3 | (number & {}) | undefined
  /** May be empty. */
  remark: string
  /** Whether customers are added without the member's confirmation. */
  skip_verify: boolean
  /** May be empty. */
  state: string
  /** URL of the picture; only if `scene` is 2. */
  qr_code?: string | undefined
  /** userids of the members that customers add; may be empty. */
  user: string[]
  /** Departments with the members that customers add; may be empty, or absent if `type` is 1. */
  party?: number[] | undefined
  /** Whether it leads to a temporary session. */
  is_temp: boolean
  /** Seconds until the QR code of a temporary session expires. */
  expires_in?: number | undefined
  /** Duration of a temporary session in seconds, from the moment when the customer added the member. */
  chat_expires_in?: number | undefined
  /** The one customer who may use the temporary session. */
  unionid?: string | undefined
  /** Whether WeCom marks the customers as brought by this app. Has effect for 营销获客 apps only. */
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
 * 获取企业已配置的「联系我」方式 — gets one contact way.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetContactWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the contact way, with the picture of its QR code.
 * @throws {WeComApiError} `41044`: unknown config_id, or another app's.
 *   `48002`: the app may not call the customer-contact API.
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
