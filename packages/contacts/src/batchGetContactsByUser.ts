import type { Client, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type ExternalContact, externalContactSchema } from './schemas/externalContact.ts'
import { type FollowRelation, followRelationEntries } from './schemas/followUser.ts'

export interface BatchGetContactsByUserParams {
  /** Userids of the members whose customers are read, 1 to 100. */
  userid_list: string[]
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of customers per page: 1 to 100, default 50. WeCom treats more than 100 as 100. */
  limit?: number | undefined
}

export interface BatchGetContactsByUserResult {
  /** The customers, with one entry per member and customer. A customer of two members has two entries. */
  external_contact_list: FollowedContact[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
  /** The members whose customers are missing from the result. Absent if no customers are missing. */
  fail_info?: BatchGetContactsByUserFailInfo | undefined
}

/** A customer, and the follow relation (跟进关系) between one member and this customer. */
export interface FollowedContact {
  external_contact: ExternalContact
  follow_info: FollowInfo
}

/**
 * The data that one member has about one customer (follow relation, 跟进关系), with the ids of tags instead of their names.
 */
export interface FollowInfo extends FollowRelation {
  /**
   * Ids of the tags that this member put on the customer: tags of the corp (企业标签) and of rule groups (规则组标签). The
   * personal tags of the member are missing here. `getContact` returns them.
   */
  tag_id?: string[] | undefined
}

/** The members whose customers are missing from the result, grouped by reason. */
export interface BatchGetContactsByUserFailInfo {
  /**
   * Userids of the members without a valid interoperation licence (互通许可). Their customers are missing from the result.
   */
  unlicensed_userid_list: string[]
}

export const batchGetContactsByUserEndpoint: PagedEndpoint<
  BatchGetContactsByUserParams,
  BatchGetContactsByUserResult,
  'external_contact_list'
> = defineEndpoint({
  name: 'batchGetContactsByUser',
  method: 'POST',
  path: '/cgi-bin/externalcontact/batch/get_by_user',
  effect: 'read',
  docs: 92994,
  params: wireObject<BatchGetContactsByUserParams>({
    userid_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  result: wireObject<BatchGetContactsByUserResult>({
    external_contact_list: v.array(
      wireObject<FollowedContact>({
        external_contact: externalContactSchema,
        follow_info: wireObject<FollowInfo>({
          ...followRelationEntries,
          tag_id: v.optional(v.array(v.string())),
        }),
      }),
    ),
    next_cursor: v.optional(v.string()),
    fail_info: v.optional(
      wireObject<BatchGetContactsByUserFailInfo>({
        unlicensed_userid_list: v.array(v.string()),
      }),
    ),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'external_contact_list' },
})

/**
 * 批量获取客户详情 — reads the customers of up to 100 members, with the details of each customer.
 *
 * **Customers of members without an interoperation licence (互通许可) are missing, and the call succeeds.** The field
 * `fail_info` of the result contains the userids of these members. The call fails with `701008` only if none of the
 * members has a licence. `iterateContacts` reads all pages of all members, and calls `onUnlicensed` for each member
 * without a licence. `paginateItems` of `@wecom/core` does not return `fail_info`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link BatchGetContactsByUserParams}
 * @param options - `signal` and timeouts of this call.
 * @returns one page; `paginate(client, batchGetContactsByUserEndpoint, params)` reads all pages.
 * @throws {WeComApiError} `701008`: none of the members has a valid interoperation licence.
 *   `40031`: one of the userids is invalid, or outside the app's visible range.
 *   `40031` or `60111`: one of the userids is unknown. `50100`: the cursor is invalid or expired.
 * @see https://developer.work.weixin.qq.com/document/path/92994
 *
 * @example
 * const { external_contact_list } = await batchGetContactsByUser(client, { userid_list: ['zhangsan'], limit: 100 })
 */
export function batchGetContactsByUser(
  client: Client,
  params: BatchGetContactsByUserParams,
  options?: RequestOptions,
): Promise<BatchGetContactsByUserResult> {
  return client.request(batchGetContactsByUserEndpoint, params, options)
}
