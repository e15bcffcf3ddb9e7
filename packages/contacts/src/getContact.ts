import type { Client, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ExternalContact, externalContactEntries } from './schemas/externalContact.ts'
import { type FollowUser, followUserSchema } from './schemas/followUser.ts'

export interface GetContactParams {
  /** External_userid of the customer to read. The userid of a member is not allowed. */
  external_userid: string
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface GetContactResult {
  external_contact: ContactDetail
  /**
   * The members who added the customer, each with notes and tags, at most 500 per page. Members outside the app's
   * visible range are missing.
   */
  follow_user: FollowUser[]
  /** Cursor of the next page. Empty or absent on the last page. */
  next_cursor?: string | undefined
}

/** A customer. For a parent in school communication (家校沟通), it also contains data that the school entered. */
export interface ContactDetail extends ExternalContact {
  /** Only for a parent in school communication (家校沟通): key of the parent in the data that the school imported. */
  foreign_key?: string | undefined
  /** Only for a parent in school communication (家校沟通): 1 if the parent follows the school's notice account, else 0. */
  is_subscribe?: 0 | 1 | (number & {}) | undefined
  subscriber_info?: SubscriberInfo | undefined
}

export interface SubscriberInfo {
  tag_id?: string[] | undefined
  remark_mobiles?: string[] | undefined
  remark?: string | undefined
}

export const getContactEndpoint: PagedEndpoint<GetContactParams, GetContactResult, 'follow_user'> = defineEndpoint({
  name: 'getContact',
  method: 'GET',
  path: '/cgi-bin/externalcontact/get',
  effect: 'read',
  docs: 92114,
  params: wireObject<GetContactParams>({
    external_userid: v.pipe(v.string(), v.nonEmpty()),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<GetContactResult>({
    external_contact: wireObject<ContactDetail>({
      ...externalContactEntries,
      foreign_key: v.optional(v.string()),
      is_subscribe: v.optional(v.number()),
      subscriber_info: v.optional(
        wireObject<SubscriberInfo>({
          tag_id: v.optional(v.array(v.string())),
          remark_mobiles: v.optional(v.array(v.string())),
          remark: v.optional(v.string()),
        }),
      ),
    }),
    follow_user: v.array(followUserSchema),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'follow_user' },
})

/**
 * 获取客户详情 — reads one customer, and the members who added this customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetContactParams}
 * @param options - `signal` and timeouts of this call.
 * @returns one page; `paginate(client, getContactEndpoint, params)` reads all pages.
 * @throws {WeComApiError} `40096`: the external_userid was issued to another corp or provider, or no member in the
 *   app's visible range has this customer. `84061`: no member has this customer.
 * @see https://developer.work.weixin.qq.com/document/path/92114
 *
 * @example
 * const { external_contact, follow_user } = await getContact(client, { external_userid: 'wm1' })
 */
export function getContact(
  client: Client,
  params: GetContactParams,
  options?: RequestOptions,
): Promise<GetContactResult> {
  return client.request(getContactEndpoint, params, options)
}
