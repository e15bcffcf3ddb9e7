import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** At least one of the optional fields is required. A field that is omitted keeps its value; an empty string clears it. */
export interface UpdateContactRemarkParams {
  /** The member whose notes are changed. */
  userid: string
  /** A customer of that member. */
  external_userid: string
  /** The member's name for the customer, at most 20 characters. */
  remark?: string | undefined
  /** At most 150 characters. */
  description?: string | undefined
  /** The customer's corp, at most 20 characters; has effect for WeChat users only. Returned as `remark_corp_name`. */
  remark_company?: string | undefined
  /**
   * Phone numbers; they replace all earlier ones. `''` or `['']` clears them: WeCom documents an empty string for an
   * array field, and does not say which of the two it means.
   */
  remark_mobiles?: string[] | '' | undefined
  /** media_id of a picture uploaded by `uploadMedia` of `@wecom/media`. */
  remark_pic_mediaid?: string | undefined
}

export interface UpdateContactRemarkResult {}

export const updateContactRemarkEndpoint: Endpoint<UpdateContactRemarkParams, UpdateContactRemarkResult> =
  defineEndpoint({
    name: 'updateContactRemark',
    method: 'POST',
    path: '/cgi-bin/externalcontact/remark',
    effect: 'write',
    docs: 92115,
    params: v.pipe(
      wireObject<UpdateContactRemarkParams>({
        userid: v.pipe(v.string(), v.nonEmpty()),
        external_userid: v.pipe(v.string(), v.nonEmpty()),
        remark: v.optional(v.pipe(v.string(), maxCharacters(20))),
        description: v.optional(v.pipe(v.string(), maxCharacters(150))),
        remark_company: v.optional(v.pipe(v.string(), maxCharacters(20))),
        remark_mobiles: v.optional(v.union([v.array(v.string()), v.literal('')])),
        remark_pic_mediaid: v.optional(v.string()),
      }),
      v.check(
        ({ remark, description, remark_company, remark_mobiles, remark_pic_mediaid }) =>
          [remark, description, remark_company, remark_mobiles, remark_pic_mediaid].some((note) => note !== undefined),
        'one of remark, description, remark_company, remark_mobiles and remark_pic_mediaid is required',
      ),
    ),
    result: wireObject<UpdateContactRemarkResult>({}),
  })

/**
 * 修改客户备注信息 — changes what one member noted about one customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateContactRemarkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `84061`: the member does not have this customer.
 *   `40096`: the id belongs to another caller, or no member in the visible range has this customer.
 *   `60111`: unknown userid, or outside the app's visible range. `40007`: invalid media_id.
 * @see https://developer.work.weixin.qq.com/document/path/92115
 *
 * @example
 * await updateContactRemark(client, { userid: 'zhangsan', external_userid: 'wm1', remark: '李总', description: '' })
 */
export function updateContactRemark(
  client: Client,
  params: UpdateContactRemarkParams,
  options?: RequestOptions,
): Promise<UpdateContactRemarkResult> {
  return client.request(updateContactRemarkEndpoint, params, options)
}
