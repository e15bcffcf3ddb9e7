import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The notes of a member about a customer. At least one of the optional fields is required. A field that you omit keeps
 * its value. A field that you set to an empty string is cleared.
 */
export interface UpdateContactRemarkParams {
  /** Userid of the member who has the customer. */
  userid: string
  /** External_userid of the customer. The member must have this customer. */
  external_userid: string
  /** Name that the member `userid` uses for the customer (备注), at most 20 characters. */
  remark?: string | undefined
  /** Notes of the member `userid` about the customer (描述), at most 150 characters. */
  description?: string | undefined
  /**
   * Name of the customer's corp, at most 20 characters. The field has an effect only if the customer is a WeChat user.
   * `getContact` returns this name as `remark_corp_name`.
   */
  remark_company?: string | undefined
  /**
   * Phone numbers of the customer. They replace all earlier phone numbers. To clear them, pass an empty string. WeCom
   * does not document whether it expects `''` or `['']`, so the type allows both. Check the result with `getContact`.
   */
  remark_mobiles?: string[] | '' | undefined
  /** Media_id of a picture, from `uploadMedia` of `@wecom/media`. */
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
 * 修改客户备注信息 — changes the notes of one member about one customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateContactRemarkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `84061`: the member does not have this customer. `40096`: the external_userid was issued to
 *   another corp or provider, or no member in the app's visible range has this customer. `60111`: the userid is
 *   unknown, or outside the app's visible range. `40007`: invalid media_id.
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
