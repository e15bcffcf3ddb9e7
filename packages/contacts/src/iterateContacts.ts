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
  /**
   * Userids of the members whose customers to read, any number. If omitted, the iteration reads the customers of all
   * members that `listFollowUsers` returns. The iteration reads the customers of at most 100 members per call of
   * `batchGetContactsByUser`.
   */
  userid_list?: string[] | undefined
  /**
   * Cursor to continue an earlier iteration. Take it from the field `resume` of a customer that the earlier iteration
   * yielded. It is valid only with the `userid_list` of the same `resume`.
   */
  cursor?: string | undefined
}

export interface IterateContactsOptions extends RequestOptions {
  /**
   * Function that the iteration calls once for each member without a valid interoperation licence (互通许可). WeCom does
   * not return the customers of these members. If you omit the function, the iteration yields the customers of all
   * other members, and then throws an error whose message contains the userids of these members.
   */
  readonly onUnlicensed?: ((userid: string) => void | Promise<void>) | undefined
}

/** A customer of one member, and the parameters to continue the iteration from here. */
export interface IteratedContact extends FollowedContact {
  /**
   * Parameters to continue the iteration later. If you store them, `iterateContacts(client, resume)` starts at the page
   * that contains this customer. If the cursor in these parameters has expired, the iteration starts at the first page
   * of the call that returned this customer. That call reads up to 100 members.
   */
  resume: IterateContactsParams
}

interface Part {
  /** Userids of the members whose customers are not read yet. The next call reads the first 100 of them. */
  readonly userid_list: string[]
  readonly cursor?: string | undefined
}

/** A page with customers of up to 100 members. */
interface ContactsPage {
  readonly items: readonly FollowedContact[]
  readonly unlicensed: readonly string[]
  /** The parameters with which a later iteration starts at this page. */
  readonly resume: Part
}

/** Maximum number of members in one call of `batchGetContactsByUser`. */
const usersPerCall = 100
/**
 * Errcode of a call if none of its members has an interoperation licence. If at least one member has a licence, the
 * call succeeds.
 */
const noneLicensed = 701008
/** Errcode of an invalid cursor. WeCom also returns it for an expired cursor. */
const invalidCursor = 50100

/**
 * Iterates over the customers of all members, or of the given members, with their details. It reads the pages of
 * `batchGetContactsByUser`. A customer of two members appears twice, once for each member.
 *
 * **Customers of members without an interoperation licence (互通许可) are missing.** The iteration calls `onUnlicensed` for
 * each of these members. Without `onUnlicensed`, it yields all other customers and then throws an error whose message
 * contains the userids of these members.
 *
 * The iteration reads the members in groups of up to 100. A cursor within a group expires after some time. WeCom does
 * not document this time. If WeCom refuses a cursor with 50100 (invalid cursor), the iteration reads the group again,
 * from its first page. It does this once per group. If WeCom refuses another cursor of the same group, the iteration
 * throws the error. **After such a restart, it yields some customers a second time.** To avoid duplicates, save each
 * customer under a key of member and customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateContactsParams}, or a stored `resume` to continue an earlier iteration. The object is
 *   not modified.
 * @param options - {@link IterateContactsOptions}; `signal` applies to the whole iteration, timeouts apply to each
 *   call.
 * @throws {WeComApiError} `701008`: there are members without an interoperation licence, and `onUnlicensed` is omitted.
 *   The iteration throws this error after it has yielded all other customers. The message contains the userids of these
 *   members.
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
    const remedy =
      'give these members a licence, or handle them in onUnlicensed; the customers of all other members were read'
    throw new WeComApiError(batchGetContactsByUserEndpoint, noneLicensed, errmsg, false, { remedy })
  }
}

/**
 * Returns the members whose customers the iteration reads, and the cursor to start at. If `userid_list` is omitted,
 * these are all members that `listFollowUsers` returns. Returns undefined if it returns none.
 */
async function firstPart(
  client: Client,
  { userid_list, cursor }: IterateContactsParams,
  options: RequestOptions,
): Promise<Part | undefined> {
  if (userid_list) return { userid_list, cursor }
  if (cursor) {
    const message = 'requires the userid_list of its page; pass the whole `resume` instead of its cursor'
    throw new WeComValidationError(batchGetContactsByUserEndpoint, [{ path: 'cursor', message }])
  }
  const { follow_user } = await listFollowUsers(client, {}, options)
  return follow_user.length === 0 ? undefined : { userid_list: follow_user }
}

/**
 * Yields the pages with the customers of the first 100 members in `part`. `part` contains the members that the
 * iteration has not read yet. If a cursor has expired, the function starts once more at the first page.
 */
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

/**
 * Returns `part` without its first 100 members. `part` contains the members that the iteration has not read yet.
 * Returns undefined if no members remain.
 */
function afterFirstUsers(part: Part): Part | undefined {
  const userid_list = part.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { userid_list }
}
