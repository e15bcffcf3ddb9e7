import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListServedContactsParams {
  /** Cursor of this page: `next_cursor` of the previous page. Omit it on the first call. It expires after 4 hours. */
  cursor?: string | undefined
  /** Number of entries per page, default 1000. The project has not tested larger values. */
  limit?: number | undefined
}

export interface ListServedContactsResult {
  /** One entry for each member who added the contact, and one for each group chat of the contact. */
  info_list: ServedContact[]
  /** Cursor of the next page. Empty on the last page. It expires after 4 hours. */
  next_cursor?: string | undefined
}

/** One relation of an external contact, to a member or to a group chat. A contact has one entry for each relation. */
export interface ServedContact {
  /** Whether members marked the contact as a customer. */
  is_customer: boolean
  /**
   * Temporary id of the contact. All entries of one contact have the same id, within one iteration and for 4 hours.
   * Each call without a cursor starts a new iteration with new ids.
   */
  tmp_openid: string
  /** External_userid of the customer. Absent if the contact is not a customer. */
  external_userid?: string | undefined
  /** Masked nickname of the contact. Present only if the contact is not a customer. */
  name?: string | undefined
  /** Userid of the member who added the contact, or of the owner of the group chat. */
  follow_userid?: string | undefined
  /** Id of the group chat, if it is marked as a customer group chat. */
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
 * 获取已服务的外部联系人 — lists all external contacts whom members serve, customers and others. Only self-built apps may call it.
 *
 * A contact has one entry for each member and each group chat. `tmp_openid` identifies the contact within one
 * iteration, from the first page to the last.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListServedContactsParams}
 * @param options - `signal` for all pages, timeouts for each of them.
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
