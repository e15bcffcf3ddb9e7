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
   * Userids of the members, any number of them. The iteration reads 100 members per call. If omitted, it reads all
   * members of `listFollowUsers`.
   */
  userid_list?: string[] | undefined
  /** Cursor of a stored `resume`. It requires the `userid_list` of the same `resume`. */
  cursor?: string | undefined
}

export interface IterateContactsOptions extends RequestOptions {
  /**
   * Function that receives each member without a valid interoperation licence (互通许可) once. The customers of these
   * members cannot be read. If omitted, the iteration ends with an error that names the members.
   */
  readonly onUnlicensed?: ((userid: string) => void | Promise<void>) | undefined
}

/** One customer of one member. */
export interface IteratedContact extends FollowedContact {
  /**
   * Parameters to continue later. Store them: `iterateContacts(client, resume)` starts at the page of this customer. If
   * the cursor has expired, the iteration starts at the first page of the same 100 members.
   */
  resume: IterateContactsParams
}

interface Part {
  /** Userids of the members that are still to be read. The first 100 of them belong to the present part. */
  readonly userid_list: string[]
  readonly cursor?: string | undefined
}

/** A page of customers of up to 100 members. */
interface ContactsPage {
  readonly items: readonly FollowedContact[]
  readonly unlicensed: readonly string[]
  /** The parameters that start the iteration at this page. */
  readonly resume: Part
}

/** Maximum number of members for one call of `batchGetContactsByUser`. */
const usersPerCall = 100
/** Errcode of a call none of whose members has a licence. If one of them has a licence, the call succeeds. */
const noneLicensed = 701008
/** Errcode of an invalid cursor. WeCom returns it for an expired cursor, too. */
const invalidCursor = 50100

/**
 * Iterates over the customers of all members, or of the given members, with their details. Calls
 * `batchGetContactsByUser` page by page. A customer of two members appears twice, once for each member.
 *
 * **The customers of members without an interoperation licence are missing.** `onUnlicensed` receives these members. If
 * it is omitted, the iteration yields all other customers and then throws an error that names the members.
 *
 * Cursors expire: WeCom documents 4 hours for `listServedContacts`, and no time for this list. If the cursor of a
 * stored `resume`, or one used after a long pause, is no longer valid (50100), the iteration reads the same 100 members
 * again from their first page, once. **Their customers then appear a second time,** so save customers by the pair of
 * member and customer.
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
    const remedy =
      'give these members a licence, or handle them in onUnlicensed; the customers of all other members were read'
    throw new WeComApiError(batchGetContactsByUserEndpoint, noneLicensed, errmsg, false, { remedy })
  }
}

/** Returns the first part, with all members. Undefined if the corp has no members with customer contact. */
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

/** Yields the pages of the first 100 members. If the cursor is invalid, starts again at the first page. */
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

/** Returns the parameters for the members after this part, or undefined after the last part. */
function afterFirstUsers(part: Part): Part | undefined {
  const userid_list = part.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { userid_list }
}
