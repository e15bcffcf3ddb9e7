import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListServedContactsParams {
  /** `next_cursor` of the previous page; omit it on the first call. Expires after 4 hours. */
  cursor?: string | undefined
  /** Entries a page, default 1000. Larger values are untested. */
  limit?: number | undefined
}

export interface ListServedContactsResult {
  /** One entry for each member who added the contact and each group the contact is in. */
  info_list: ServedContact[]
  /** Empty on the last page. Expires after 4 hours. */
  next_cursor?: string | undefined
}

/** An external contact, once for each member or group chat that serves the contact. */
export interface ServedContact {
  /** Whether members marked the contact as a customer. */
  is_customer: boolean
  /**
   * The same for all entries of one contact, within one iteration and for 4 hours. Each call without a cursor starts
   * a new iteration with new values.
   */
  tmp_openid: string
  /** Present for customers only. */
  external_userid?: string | undefined
  /** Masked nickname; present only for contacts that are not customers. */
  name?: string | undefined
  /** The member who added the contact, or the owner of the group. */
  follow_userid?: string | undefined
  /** The group chat, if it is marked as a customer group chat. */
  chat_id?: string | undefined
  /** Name of the group chat, if it is not marked as a customer group chat. */
  chat_name?: string | undefined
  /** When the contact was first added or joined the group, in unix seconds. */
  add_time: number
}

export const listServedContactsEndpoint: PagedEndpoint<
  ListServedContactsParams,
  ListServedContactsResult,
  'info_list'
> = defineEndpoint({
  name: 'listServedContacts',
  method: 'POST',
  path: '/cgi-bin/externalcontact/contact_list',
  effect: 'read',
  docs: 99434,
  params: wireObject<ListServedContactsParams>({
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  result: wireObject<ListServedContactsResult>({
    info_list: v.array(
      wireObject<ServedContact>({
        is_customer: v.boolean(),
        tmp_openid: v.string(),
        external_userid: v.optional(v.string()),
        name: v.optional(v.string()),
        follow_userid: v.optional(v.string()),
        chat_id: v.optional(v.string()),
        chat_name: v.optional(v.string()),
        add_time: v.number(),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'info_list' },
})

/**
 * 获取已服务的外部联系人 — lists all external contacts whom members serve, customers and others.
 * Only for self-built apps.
 *
 * A contact comes once for each member and each group chat. `tmp_openid` identifies the contact within one iteration
 * from the first page to the last.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListServedContactsParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns one page; `for await (const item of listServedContacts(client, params))` walks all items.
 * @throws {WeComApiError} `701105`: the cursor is invalid; start again without one.
 * @see https://developer.work.weixin.qq.com/document/path/99434
 *
 * @example
 * const { info_list, next_cursor } = await listServedContacts(client)
 */
export function listServedContacts(
  client: Client,
  params: ListServedContactsParams = {},
  options?: RequestOptions,
): Paged<ListServedContactsResult, ServedContact> {
  return requestPaged(client, listServedContactsEndpoint, params, options)
}
