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
  /** The members, any number of them: they are asked for 100 at a time. If omitted, all members of `listFollowUsers`. */
  userid_list?: string[] | undefined
  /** The cursor of a kept `resume`; goes together with its `userid_list`. */
  cursor?: string | undefined
}

export interface IterateContactsOptions extends RequestOptions {
  /**
   * Takes each member without a valid interoperation licence (互通许可), once, as the iteration comes to them. Their
   * customers cannot be read. If omitted, the iteration ends in an error that names all of them.
   */
  readonly onUnlicensed?: ((userid: string) => void | Promise<void>) | undefined
}

/** A customer of a member. */
export interface IteratedContact extends FollowedContact {
  /**
   * Keep it to go on later: `iterateContacts(client, resume)` starts at the page that this customer is on, or, where
   * its cursor has expired, at the first page of the same 100 members.
   */
  resume: IterateContactsParams
}

interface Part {
  /** The members that are left, those of this part first. */
  readonly userid_list: string[]
  readonly cursor?: string | undefined
}

/** A page of those members that one call takes. */
interface ContactsPage {
  readonly items: readonly FollowedContact[]
  readonly unlicensed: readonly string[]
  /** Starts at this page. */
  readonly resume: Part
}

/** The most that one call of `batchGetContactsByUser` takes. */
const usersPerCall = 100
/** None of the members has a licence: where only some have none, the call succeeds. */
const noneLicensed = 701008
/** Also the errcode of a cursor that has expired. */
const invalidCursor = 50100

/**
 * Iterates over all customers of all members, or of the given ones, with their details: `batchGetContactsByUser`, page
 * by page. A customer of two of the members comes twice, once for each.
 *
 * **The customers of members without an interoperation licence are missing.** `onUnlicensed` takes these members;
 * without it, the iteration gives everything else and then throws an error that names them.
 *
 * A cursor expires: WeCom documents 4 hours for `listServedContacts`, and none for this list. Where the cursor of a kept
 * `resume`, or of the next page after a long pause, is no longer valid (50100), the iteration reads the same 100 members
 * again from their first page, once. **Their customers then come a second time:** save them by member and customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateContactsParams}, or a kept `resume` to go on from there. Left as they are.
 * @param options - {@link IterateContactsOptions}; `signal` for all calls, timeouts for each of them.
 * @throws {WeComApiError} `701008`, after everything else was given: the message names the members without a licence.
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

/** The whole as one part; undefined if the corp has no members with customer contact. */
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

/** The pages of those members that one call takes; from the first one again if the cursor turns out to be invalid. */
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
      // Without a cursor the first page was refused already.
      if (!mayStartAgain || !resume.cursor || !isApiError(error, invalidCursor)) throw error
      mayStartAgain = false
      resume = { ...part, cursor: undefined }
    }
  }
}

/** The parameters for the members after this part; undefined after the last ones. */
function afterFirstUsers(part: Part): Part | undefined {
  const userid_list = part.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { userid_list }
}
