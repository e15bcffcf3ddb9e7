import { type Client, type RequestOptions, WeComApiError, isApiError, paginate } from '@wecom/core'
import { getGroupChat, type GetGroupChatParams, type GroupChat } from './getGroupChat.ts'
import {
  type GroupChatOwnerFilter,
  type GroupChatStatus,
  listGroupChatsEndpoint,
  type ListedGroupChat,
  type ListGroupChatsParams,
} from './listGroupChats.ts'

export interface IterateGroupChatsParams extends Pick<ListGroupChatsParams, 'status_filter'> {
  /**
   * The owners of the group chats, as in `listGroupChats`, but with any number of owners. The iteration reads 100
   * owners per call.
   */
  owner_filter?: Pick<GroupChatOwnerFilter, 'userid_list'> | undefined
  /** Whether the results include the members' names: 1 yes, 0 no (default). */
  need_name?: GetGroupChatParams['need_name']
  /** Cursor of a stored `resume`. */
  cursor?: string | undefined
}

/** A group chat with its members. */
export interface IteratedGroupChat {
  group_chat: GroupChat
  status: GroupChatStatus
  /**
   * Parameters to continue later. Store them: `iterateGroupChats(client, resume)` starts at the page of this group
   * chat. If the cursor has expired, the iteration starts at the first page of the same 100 owners.
   */
  resume: IterateGroupChatsParams
}

/** A page of group chats of up to 100 owners. */
interface GroupChatsPage {
  readonly items: readonly ListedGroupChat[]
  /** The parameters that start the iteration at this page. */
  readonly resume: IterateGroupChatsParams
}

/** Maximum number of owners for one call of `listGroupChats`. */
const ownersPerCall = 100
/** Errcode of a group chat that its owner dissolved. */
const dissolved = 49008
/** Errcode of a call that names no owners, if more than 1000 people are in the app's visible range. */
const tooManyPeople = 81017
/** Errcode of an invalid cursor. WeCom returns it for an expired cursor, too. */
const invalidCursor = 50100

/**
 * Iterates over all group chats with their members. Calls `listGroupChats` page by page for the ids, and `getGroupChat`
 * for each group chat. Leaves out a group chat that is dissolved in between.
 *
 * If more than 1000 people are in the app's visible range, WeCom requires the owners. In this case pass all of them,
 * e.g. `follow_user` from `listFollowUsers` of `@wecom/contacts`.
 *
 * Cursors expire. If the cursor of a stored `resume`, or one used after a long pause, is no longer valid (50100), the
 * iteration lists the group chats of the same 100 owners again from their first page, once. These group chats then
 * appear a second time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateGroupChatsParams}, or a stored `resume` to continue. Not modified.
 * @param options - `signal` for all calls, timeouts for each of them.
 * @throws {WeComApiError} `81017`: there is no `owner_filter`, and more than 1000 people are in the app's visible range.
 *
 * @example
 * for await (const { group_chat, resume } of iterateGroupChats(client, { need_name: 1 })) {
 *   await save(group_chat.name, group_chat.member_list, resume)
 * }
 */
export async function* iterateGroupChats(
  client: Client,
  params: IterateGroupChatsParams = {},
  options?: RequestOptions,
): AsyncGenerator<IteratedGroupChat, void, undefined> {
  for (let part: IterateGroupChatsParams | undefined = params; part; part = afterFirstOwners(part)) {
    const { need_name } = part
    for await (const { items, resume } of pagesOfFirstOwners(client, part, options)) {
      for (const { chat_id, status } of items) {
        const group_chat = await getUnlessDissolved(client, { chat_id, need_name }, options)
        if (group_chat) yield { group_chat, status, resume }
      }
    }
  }
}

/** Yields the pages of the first 100 owners. If the cursor is invalid, starts again at the first page. */
async function* pagesOfFirstOwners(
  client: Client,
  part: IterateGroupChatsParams,
  options: RequestOptions | undefined,
): AsyncGenerator<GroupChatsPage, void, undefined> {
  let resume = part
  let mayStartAgain = true
  for (;;) {
    try {
      for await (const { items, next } of paginate(client, listGroupChatsEndpoint, ofFirstOwners(resume), options)) {
        yield { items, resume }
        resume = { ...part, cursor: next?.cursor }
      }
      return
    } catch (error) {
      if (isApiError(error, tooManyPeople)) throw withOwnersWanted(error)
      // Without a cursor it was the first page that failed, so starting again is pointless.
      if (!mayStartAgain || !resume.cursor || !isApiError(error, invalidCursor)) throw error
      mayStartAgain = false
      resume = { ...part, cursor: undefined }
    }
  }
}

/** Returns the parameters of `listGroupChats` for the first 100 owners. */
function ofFirstOwners({ status_filter, owner_filter, cursor }: IterateGroupChatsParams): ListGroupChatsParams {
  const userid_list = owner_filter?.userid_list?.slice(0, ownersPerCall)
  return { status_filter, owner_filter: owner_filter && { userid_list }, cursor, limit: 100 }
}

/** Returns the parameters for the owners after this part, or undefined after the last part. */
function afterFirstOwners(params: IterateGroupChatsParams): IterateGroupChatsParams | undefined {
  const userid_list = params.owner_filter?.userid_list?.slice(ownersPerCall) ?? []
  return userid_list.length === 0 ? undefined : { ...params, owner_filter: { userid_list }, cursor: undefined }
}

function withOwnersWanted({ errcode, errmsg }: WeComApiError): WeComApiError {
  const remedy = 'pass the owners as owner_filter.userid_list, e.g. follow_user from listFollowUsers of @wecom/contacts'
  return new WeComApiError(listGroupChatsEndpoint, errcode, errmsg, false, { remedy })
}

async function getUnlessDissolved(
  client: Client,
  params: GetGroupChatParams,
  options: RequestOptions | undefined,
): Promise<GroupChat | undefined> {
  try {
    return (await getGroupChat(client, params, options)).group_chat
  } catch (error) {
    if (isApiError(error, dissolved)) return undefined
    throw error
  }
}
