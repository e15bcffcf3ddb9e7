import {
  type Client,
  type RequestOptions,
  WeComApiError,
  WeComValidationError,
  isApiError,
  paginate,
} from '@wecom/core'
import { batchGetContactsByUserEndpoint, type FollowedContact } from './batchGetContactsByUser.ts'
import { listFollowUsers } from './listFollowUsers.ts'

export interface IterateContactsParams {
  /** The members, any number of them; read 100 per call. If omitted, all members of `listFollowUsers`. */
  userid_list?: string[] | undefined
  /** The cursor of a stored `resume`; requires its `userid_list`. */
  cursor?: string | undefined
}

export interface IterateContactsOptions extends RequestOptions {
  /**
   * Receives each member without a valid interoperation licence (互通许可) once. Their customers cannot be read. If
   * omitted, the iteration ends with an error that names these members.
   */
  readonly onUnlicensed?: ((userid: string) => void | Promise<void>) | undefined
}

/** A customer of a member. */
export interface IteratedContact extends FollowedContact {
  /**
   * Store it to continue later: `iterateContacts(client, resume)` starts at the page of this customer. If the cursor has
   * expired, it starts at the first page of the same 100 members.
   */
  resume: IterateContactsParams
}

interface Part {
  /** The members that are left to read; the first 100 are those of this part. */
  readonly userid_list: string[]
  readonly cursor?: string | undefined
}

/** A page of the customers of up to 100 members. */
interface ContactsPage {
  readonly items: readonly FollowedContact[]
  readonly unlicensed: readonly string[]
  /** The parameters that start at this page. */
  readonly resume: Part
}

/** The maximum of members for one call of `batchGetContactsByUser`. */
const usersPerCall = 100
/** None of the members has a licence. The call succeeds if one of them has. */
const noneLicensed = 701008
/** Also the errcode of an expired cursor. */
const invalidCursor = 50100

/**
 * Iterates over the customers of all members, or of the given ones, with details. Calls `batchGetContactsByUser` page by
 * page. A customer of two members comes twice, once for each.
 *
 * **The customers of members without an interoperation licence are missing.** `onUnlicensed` receives these members. If
 * it is omitted, the iteration yields all other customers and then throws an error that names the members.
 *
 * A cursor expires: WeCom documents 4 hours for `listServedContacts` and no lifetime for this list. If a cursor is no
 * longer valid (50100), of a stored `resume` or after a long pause, the iteration reads the same 100 members again from
 * their first page, once. **Their customers then come a second time:** save them by member and customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateContactsParams}, or a stored `resume` to continue. Not modified.
 * @param options - {@link IterateContactsOptions}; `signal` for all calls, timeouts for each of them.
 * @throws {WeComApiError} `701008`, after all other customers: the message names the members without a licence.
 *
 * @example
 * for await (const { external_contact, follow_info, resume } of iterateContacts(client)) {
 *   await save(external_contact, follow_info, resume)
 * }
 */
export async function* iterateContacts(
  client: Client,
  params: IterateContactsParams = {},
  { onUnlicensed, ...options }: IterateContactsOptions = {},
): AsyncGenerator<IteratedContact, void, undefined> {
  const unlicensed = new Set<string>()
  for (let part = await firstPart(client, params, options); part; part = afterFirstUsers(part)) {
    for await (const page of pagesOfFirstUsers(client, part, options)) {
      for (const userid of page.unlicensed) {
        if (!unlicensed.has(userid)) await onUnlicensed?.(userid)
        unlicensed.add(userid)
      }
      for (const item of page.items) yield { ...item, resume: page.resume }
    }
  }
  if (unlicensed.size > 0 && !onUnlicensed) {
    const errmsg = `members without an interoperation licence (互通许可): ${[...unlicensed].join(', ')}`
    const remedy = 'give them a licence, or take them by onUnlicensed; the customers of all other members were read'
    throw new WeComApiError(batchGetContactsByUserEndpoint, noneLicensed, errmsg, false, { remedy })
  }
}

/** All members as the first part; undefined if the corp has no members with customer contact. */
async function firstPart(
  client: Client,
  { userid_list, cursor }: IterateContactsParams,
  options: RequestOptions,
): Promise<Part | undefined> {
  if (userid_list) return { userid_list, cursor }
  if (cursor) {
    const message = 'belongs to a userid_list: pass the whole `resume`'
    throw new WeComValidationError(batchGetContactsByUserEndpoint, [{ path: 'cursor', message }])
  }
  const { follow_user } = await listFollowUsers(client, {}, options)
  return follow_user.length === 0 ? undefined : { userid_list: follow_user }
}

/** The pages of the first 100 members; starts again at the first page if the cursor is invalid. */
async function* pagesOfFirstUsers(
  client: Client,
  part: Part,
  options: RequestOptions,
): AsyncGenerator<ContactsPage, void, undefined> {
  const userid_list = part.userid_list.slice(0, usersPerCall)
  let resume = part
  let mayStartAgain = true
  for (;;) {
    const params = { userid_list, cursor: resume.cursor, limit: 100 }
    try {
      for await (const { items, result, next } of paginate(client, batchGetContactsByUserEndpoint, params, options)) {
        yield { items, unlicensed: result.fail_info?.unlicensed_userid_list ?? [], resume }
        resume = { ...part, cursor: next?.cursor }
      }
      return
    } catch (error) {
      if (isApiError(error, noneLicensed)) {
        yield { items: [], unlicensed: userid_list, resume }
        return
      }
      // Without a cursor it was the first page that failed, so starting again is pointless.
      if (!mayStartAgain || !resume.cursor || !isApiError(error, invalidCursor)) throw error
      mayStartAgain = false
      resume = { ...part, cursor: undefined }
    }
  }
}

/** The parameters for the members after this part; undefined after the last part. */
function afterFirstUsers(part: Part): Part | undefined {
  const userid_list = part.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { userid_list }
}
