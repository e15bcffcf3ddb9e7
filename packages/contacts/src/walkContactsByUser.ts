import { type Client, type RequestOptions, isWeComError, paginate } from '@wecom/core'
import { batchGetContactsByUserEndpoint, type FollowedContact } from './batchGetContactsByUser.ts'

export interface WalkContactsByUserParams {
  /** The members, any number of them: they are asked for 100 at a time. */
  userid_list: string[]
  /** Of a kept `resume`. */
  cursor?: string | undefined
  /** Entries a page: 1 to 100, default 100. A walk that is resumed reads up to one page again. */
  limit?: number | undefined
}

/** A customer of a member, or a member whose customers cannot be read: `kind` tells. */
export type WalkedContact = WalkedFollowedContact | WalkedUnlicensedUser

export interface WalkedFollowedContact extends FollowedContact {
  kind: 'contact'
  /**
   * Keep it to go on later: `walkContactsByUser(client, resume)` starts at the page that this customer is on, or, where
   * its cursor has expired, at the first page of the same 100 members.
   */
  resume: WalkContactsByUserParams
}

/** A member without a valid interoperation licence (互通许可), whose customers are missing from the walk. */
export interface WalkedUnlicensedUser {
  kind: 'unlicensed'
  userid: string
}

/** The most that one call of `batchGetContactsByUser` takes. */
const usersPerCall = 100
/** None of the members has a licence: where only some have none, the call succeeds. */
const noneLicensed = 701008
/** Also the errcode of a cursor that has expired. */
const invalidCursor = 50100

/** A page of those members that one call takes. */
interface WalkedPage {
  readonly items: readonly FollowedContact[]
  readonly unlicensed: readonly string[]
  /** Starts at this page. */
  readonly resume: WalkContactsByUserParams
}

/**
 * Reads all customers of any number of members, with their details: `batchGetContactsByUser`, page by page. A customer
 * of two of the members comes twice, once for each.
 *
 * **Members without an interoperation licence come as entries of their own,** once each, as they would otherwise look
 * like members without customers.
 *
 * A cursor expires: WeCom documents 4 hours for `listServedContacts`, and none for this list. Where the cursor of a kept
 * `resume`, or of the next page after a long pause, is no longer valid (50100), the walk reads the same 100 members again
 * from their first page, once. **Their customers then come a second time:** save them by member and customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link WalkContactsByUserParams}, or a kept `resume` to go on from there. Left as they are.
 * @param options - `signal` and timeouts, for each of the calls.
 *
 * @example
 * const { follow_user } = await listFollowUsers(client)
 * for await (const walked of walkContactsByUser(client, { userid_list: follow_user })) {
 *   if (walked.kind === 'unlicensed') console.warn('no licence:', walked.userid)
 *   else await save(walked.external_contact, walked.follow_info, walked.resume)
 * }
 */
export async function* walkContactsByUser(
  client: Client,
  params: WalkContactsByUserParams,
  options?: RequestOptions,
): AsyncGenerator<WalkedContact, void, undefined> {
  for (let part: WalkContactsByUserParams | undefined = params; part; part = afterFirstUsers(part)) {
    const unlicensed = new Set<string>()
    for await (const page of pagesOfFirstUsers(client, part, options)) {
      for (const userid of page.unlicensed) {
        if (!unlicensed.has(userid)) yield { kind: 'unlicensed', userid }
        unlicensed.add(userid)
      }
      for (const item of page.items) yield { kind: 'contact', ...item, resume: page.resume }
    }
  }
}

/** The pages of those members that one call takes; from the first one again if the cursor turns out to be invalid. */
async function* pagesOfFirstUsers(
  client: Client,
  part: WalkContactsByUserParams,
  options: RequestOptions | undefined,
): AsyncGenerator<WalkedPage, void, undefined> {
  const userid_list = part.userid_list.slice(0, usersPerCall)
  let resume = part
  let mayStartAgain = true
  for (;;) {
    const { cursor, limit = 100 } = resume
    try {
      const pages = paginate(client, batchGetContactsByUserEndpoint, { userid_list, cursor, limit }, options)
      for await (const { items, result, next } of pages) {
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

function isApiError(error: unknown, errcode: number): boolean {
  return isWeComError(error) && error.kind === 'api' && error.errcode === errcode
}

/** What is left of the walk after that part; undefined where nothing is. */
function afterFirstUsers(params: WalkContactsByUserParams): WalkContactsByUserParams | undefined {
  const userid_list = params.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { ...params, userid_list, cursor: undefined }
}
