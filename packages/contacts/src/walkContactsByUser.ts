import { type Client, type Page, type RequestOptions, isWeComError, paginate } from '@wecom/core'
import {
  batchGetContactsByUserEndpoint,
  type BatchGetContactsByUserParams,
  type BatchGetContactsByUserResult,
  type FollowedContact,
} from './batchGetContactsByUser.ts'

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
  /** Keep it to go on later: `walkContactsByUser(client, resume)` starts at the page that this customer is on. */
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

/**
 * Reads all customers of any number of members, with their details: `batchGetContactsByUser`, page by page. A customer
 * of two of the members comes twice, once for each.
 *
 * **Members without an interoperation licence come as entries of their own,** once each, as they would otherwise look
 * like members without customers.
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
    let resume = part
    for await (const { items, result, next } of pagesOfFirstUsers(client, part, options)) {
      for (const userid of result.fail_info?.unlicensed_userid_list ?? []) {
        if (!unlicensed.has(userid)) yield { kind: 'unlicensed', userid }
        unlicensed.add(userid)
      }
      for (const item of items) yield { kind: 'contact', ...item, resume }
      resume = { ...part, cursor: next?.cursor }
    }
  }
}

/** The pages of those members that one call takes. */
async function* pagesOfFirstUsers(
  client: Client,
  { userid_list, cursor, limit = 100 }: WalkContactsByUserParams,
  options: RequestOptions | undefined,
): AsyncGenerator<Page<BatchGetContactsByUserParams, BatchGetContactsByUserResult, FollowedContact>, void, undefined> {
  const params = { userid_list: userid_list.slice(0, usersPerCall), cursor, limit }
  try {
    yield* paginate(client, batchGetContactsByUserEndpoint, params, options)
  } catch (error) {
    if (!isWeComError(error) || error.kind !== 'api' || error.errcode !== noneLicensed) throw error
    const result = { external_contact_list: [], fail_info: { unlicensed_userid_list: params.userid_list } }
    yield { items: [], result, next: undefined }
  }
}

/** What is left of the walk after that part; undefined where nothing is. */
function afterFirstUsers(params: WalkContactsByUserParams): WalkContactsByUserParams | undefined {
  const userid_list = params.userid_list.slice(usersPerCall)
  return userid_list.length === 0 ? undefined : { ...params, userid_list, cursor: undefined }
}
