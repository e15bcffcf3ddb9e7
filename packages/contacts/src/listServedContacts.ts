import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListServedContactsParams {
  /**
   * Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. A cursor expires
   * after 4 hours.
   */
  cursor?: string | undefined
  /**
   * Number of contacts per page. Default 1000. WeCom does not document a maximum. We have not tested values above 1000.
   */
  limit?: number | undefined
}

export interface ListServedContactsResult {
  /**
   * One entry for each member who added a contact, and one for each group chat that the contact joined. A contact can
   * have several entries.
   */
  info_list: ServedContact[]
  /** Cursor of the next page. Empty on the last page. A cursor expires after 4 hours. */
  next_cursor?: string | undefined
}

/**
 * The relation between an external contact and one member or one group chat. A contact with several relations has
 * several entries.
 */
export interface ServedContact {
  /** Whether a member marked the contact as a customer. */
  is_customer: boolean
  /**
   * Temporary id of the contact. All entries of one contact have the same id, on all pages of one list. A call without
   * a cursor starts a new list, in which the contacts have new ids. An id expires after 4 hours.
   */
  tmp_openid: string
  /** External_userid of the customer. Absent if the contact is not a customer. */
  external_userid?: string | undefined
  /** Masked nickname of the contact. Present only if the contact is not a customer. */
  name?: string | undefined
  /**
   * Userid of the member who added the contact. If the entry is for a group chat, `follow_userid` is the userid of the
   * owner of the group chat.
   */
  follow_userid?: string | undefined
  /**
   * Id of the group chat that the contact joined. Present only if the group chat is marked as a customer group chat
   * (客户群). For any other group chat, the entry contains `chat_name` instead.
   */
  chat_id?: string | undefined
  /**
   * Name of the group chat that the contact joined. Present only if the group chat is not marked as a customer group
   * chat (客户群). For a customer group chat, the entry contains `chat_id` instead.
   */
  chat_name?: string | undefined
  /**
   * Time when the contact was added or joined, in unix seconds. In an entry for a member: when the member first added
   * the contact. In an entry for a group chat: when the contact first joined the group chat.
   */
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
 * 获取已服务的外部联系人 — lists all external contacts of the corp's members, whether or not they are marked as customers. Only
 * self-built apps may call this function.
 *
 * A contact has a separate entry for each member who added the contact, and for each group chat that contains the
 * contact. All entries of one contact have the same `tmp_openid`, on all pages of one iteration.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListServedContactsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listServedContacts(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `701105`: the cursor is invalid. Start again without a cursor.
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
