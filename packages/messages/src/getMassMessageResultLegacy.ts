import type { Client, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type MassMessageDelivery, massMessageDeliverySchema } from './schemas/massMessageDelivery.ts'

export interface GetMassMessageResultLegacyParams {
  /** Id of the mass message. The call lists the result for each receiver of this message. */
  msgid: string
  /** Number of receivers per page: 1 to 10,000, default 10,000. WeCom treats a larger number as the default. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface GetMassMessageResultLegacyResult {
  /**
   * State of the review of the message: 0 under review, 1 passed, 2 refused. WeCom has documented two formats of this
   * answer, and only the older format contains this field.
   */
  check_status?: 0 | 1 | 2 | (number & {}) | undefined
  detail_list: MassMessageDelivery[]
  /**
   * Cursor of the next page. Empty on the last page. WeCom has documented two formats of this answer, and only the
   * later format contains this field.
   */
  next_cursor?: string | undefined
}

export const getMassMessageResultLegacyEndpoint: PagedEndpoint<
  GetMassMessageResultLegacyParams,
  GetMassMessageResultLegacyResult,
  'detail_list'
> = defineEndpoint({
  name: 'getMassMessageResultLegacy',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_group_msg_result',
  effect: 'read',
  docs: 91561,
  params: wireObject<GetMassMessageResultLegacyParams>({
    msgid: v.pipe(v.string(), v.nonEmpty()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<GetMassMessageResultLegacyResult>({
    check_status: v.optional(v.number()),
    detail_list: v.array(massMessageDeliverySchema),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'detail_list' },
})

/**
 * 获取企业群发消息发送结果 — lists all receivers of a mass message, and whether the message was sent to each of them.
 *
 * @deprecated The call is only for messages created before 2020-11-17. For later messages, list the members with
 *   `listMassMessageTasks`, then the receivers of each member with `listMassMessageSendResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMassMessageResultLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns one page; `paginate(client, getMassMessageResultLegacyEndpoint, params)` reads all pages.
 * @throws {WeComApiError} `41047`: invalid msgid. `48005`: WeCom has removed this call.
 * @see https://developer.work.weixin.qq.com/document/path/91561
 *
 * @example
 * const { detail_list } = await getMassMessageResultLegacy(client, { msgid: 'msg1' })
 */
export function getMassMessageResultLegacy(
  client: Client,
  params: GetMassMessageResultLegacyParams,
  options?: RequestOptions,
): Promise<GetMassMessageResultLegacyResult> {
  return client.request(getMassMessageResultLegacyEndpoint, params, options)
}
