import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListGroupChatsParams {
  /**
   * Status of the group chats to list: 0 all (default), 1 the owner left the corp, 2 WeCom is transferring the group
   * chat to a new owner, 3 WeCom has transferred it.
   */
  status_filter?: 0 | 1 | 2 | 3 | undefined
  /**
   * Owners of the group chats. Default: all owners in the app's visible range. Required if more than 1000 people are in
   * the visible range. Also required to list the group chats of owners who left the corp.
   */
  owner_filter?: GroupChatOwnerFilter | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of group chats per page: 1 to 1000. */
  limit: number
  /**
   * Number of group chats to skip before the page. `offset + limit` must be at most 50,000. If `offset` is set, the
   * result has no `next_cursor`, and an iteration ends after the first page.
   *
   * @deprecated WeCom has announced that it will remove this parameter. Use `cursor`.
   */
  offset?: number | undefined
}

export interface GroupChatOwnerFilter {
  /** Userids of owners of group chats, at most 100. */
  userid_list?: string[] | undefined
  /**
   * Ids of departments, at most 100. The call lists the group chats of the owners in these departments.
   *
   * @deprecated The official page no longer lists this parameter. Use `userid_list`.
   */
  partyid_list?: number[] | undefined
}

export interface ListGroupChatsResult {
  group_chat_list: ListedGroupChat[]
  /** Cursor of the next page. Empty or absent on the last page. Absent if the request had an `offset`. */
  next_cursor?: string | undefined
}

/** A group chat, with its id and status only. `getGroupChat` returns its name and the people in it. */
export interface ListedGroupChat {
  /** Id of the group chat. Different corps and providers receive different ids for the same group chat. */
  chat_id: string
  status: GroupChatStatus
}

/**
 * The status of a group chat: 0 the owner is in the corp, 1 the owner left the corp, 2 WeCom is transferring the group
 * chat to a new owner, 3 WeCom has transferred it.
 */
export type GroupChatStatus = 0 | 1 | 2 | 3 | (number & {})

export const listGroupChatsEndpoint: PagedEndpoint<ListGroupChatsParams, ListGroupChatsResult, 'group_chat_list'> =
  defineEndpoint({
    name: 'listGroupChats',
    method: 'POST',
    path: '/cgi-bin/externalcontact/groupchat/list',
    effect: 'read',
    docs: 92120,
    params: v.pipe(
      wireObject<ListGroupChatsParams>({
        status_filter: v.optional(v.picklist([0, 1, 2, 3])),
        owner_filter: v.optional(
          wireObject<GroupChatOwnerFilter>({
            userid_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(100))),
            partyid_list: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(100))),
          }),
        ),
        cursor: v.optional(v.string()),
        limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
        offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      }),
      v.check(
        ({ offset, limit }) => offset === undefined || offset + limit <= 50_000,
        'offset + limit must not exceed 50000; use cursor instead',
      ),
    ),
    result: wireObject<ListGroupChatsResult>({
      group_chat_list: v.array(
        wireObject<ListedGroupChat>({
          chat_id: v.string(),
          status: v.number(),
        }),
      ),
      next_cursor: v.optional(v.string()),
    }),
    pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'group_chat_list' },
  })

/**
 * 获取客户群列表 — lists the ids of the group chats whose owners are in the app's visible range.
 *
 * `getGroupChat` returns the name of a group chat and the people in it. `iterateGroupChats` reads all group chats with
 * these details.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListGroupChatsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listGroupChats(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `81017`: there is no `owner_filter`, and more than 1000 people are in the app's visible
 *   range.
 *   `50100`: invalid cursor. `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92120
 *
 * @example
 * const { group_chat_list, next_cursor } = await listGroupChats(client, {
 *   owner_filter: { userid_list: ['zhangsan'] },
 *   limit: 100,
 * })
 */
export function listGroupChats(
  client: Client,
  params: ListGroupChatsParams,
  options?: RequestOptions,
): Paged<ListGroupChatsResult, ListedGroupChat> {
  return requestPaged(client, listGroupChatsEndpoint, params, options)
}
