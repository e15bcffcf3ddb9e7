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
   * Userids of the members whose customers the iteration reads. The list may have any length, because the iteration
   * makes a call of `batchGetContactsByUser` for every 100 members. Default: all members that `listFollowUsers`
   * returns.
   */
  userid_list?: string[] | undefined
  /**
   * Cursor to continue an earlier iteration. Pass it together with `userid_list`, both from one `resume` object. Each
   * customer that an iteration yields has such an object.
   */
  cursor?: string | undefined
}

export interface IterateContactsOptions extends RequestOptions {
  /**
   * The iteration calls this function once for each member without a valid interoperation licence (互通许可). WeCom does
   * not return the customers of such members. If you omit the function, the iteration first yields the customers of all
   * other members. It then throws an error that names the members without a licence.
   */
  readonly onUnlicensed?: ((userid: string) => void | Promise<void>) | undefined
}

/** A customer of one member, with the parameters to continue the iteration later. */
export interface IteratedContact extends FollowedContact {
  /**
   * Parameters to continue the iteration later. `iterateContacts(client, resume)` starts at the page that contains this
   * customer. If the cursor in `resume` has expired, the iteration reads the customers of up to 100 members again, from
   * their first page.
   */
  resume: IterateContactsParams
}

interface Part {
  readonly userid_list: string[]
  readonly cursor?: string | undefined
}

interface ContactsPage {
  readonly items: readonly FollowedContact[]
  readonly unlicensed: readonly string[]
  readonly resume: Part
}

const usersPerCall = 100
// WeCom returns it only if none of the members has a licence. If at least one has, the call succeeds.
const noneLicensed = 701008
const invalidCursor = 50100

/**
 * Iterates over the customers of all members, or of the members in `userid_list`. It reads all pages of
 * `batchGetContactsByUser`. A customer of two members appears twice, once for each member.
 *
 * **Customers of members without an interoperation licence (互通许可) are missing.** The iteration calls `onUnlicensed` for
 * each of these members. Without `onUnlicensed`, it yields all other customers and then throws an error whose message
 * contains the userids of these members.
 *
 * The iteration reads the customers of up to 100 members at a time. A cursor expires after a time that WeCom does not
 * document. If WeCom refuses a cursor with 50100 (invalid cursor), the iteration reads the customers of these members
 * again from the first page, at most once. At the second refusal for the same members, the iteration throws the error.
 * **After such a restart, the iteration yields some customers a second time.** To avoid duplicates, save each customer
 * under a key of member and customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateContactsParams}. To continue an earlier iteration, pass the `resume` of a customer that
 *   the iteration yielded. The object is not modified.
 * @param options - {@link IterateContactsOptions}; `signal` applies to the whole iteration, timeouts apply to each
 *   call.
 * @throws {WeComApiError} `701008`: some members have no interoperation licence, and `onUnlicensed` is omitted. The
 *   iteration throws this error after it has yielded all other customers. The message contains the userids of these
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

function afterFirstUsers(part: Part): Part | undefined {
  const userid_list = part.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { userid_list }
}
