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
   * The owners whose group chats are read. The number of owners has no limit: the iteration calls `listGroupChats` for
   * 100 owners at a time. If omitted, the iteration reads the group chats of all owners in the app's visible range.
   */
  owner_filter?: Pick<GroupChatOwnerFilter, 'userid_list'> | undefined
  /** Whether the results include the names of the people in the group chats: 1 yes, 0 no (default). */
  need_name?: GetGroupChatParams['need_name']
  /**
   * Position from which to continue an earlier iteration. Take the cursor from the field `resume` of an
   * `IteratedGroupChat`.
   */
  cursor?: string | undefined
}

/** A group chat with the people in it, as `iterateGroupChats` yields it. */
export interface IteratedGroupChat {
  group_chat: GroupChat
  status: GroupChatStatus
  /**
   * Parameters to continue the iteration later. If you store them, `iterateGroupChats(client, resume)` starts at the
   * page that contains this group chat. The iteration reads the group chats of up to 100 owners of `owner_filter`, then
   * those of the next 100 owners. If the cursor in `resume` has expired, the iteration reads the group chats of the
   * current owners again, from the first page.
   */
  resume: IterateGroupChatsParams
}

interface GroupChatsPage {
  readonly items: readonly ListedGroupChat[]
  readonly resume: IterateGroupChatsParams
}

const ownersPerCall = 100
const dismissed = 49008
// WeCom returns it for a call without owners if more than 1000 people are in the app's visible range.
const tooManyPeople = 81017
const invalidCursor = 50100

/**
 * Iterates over all group chats with the people in them. It reads the pages of `listGroupChats`, and calls
 * `getGroupChat` for each group chat. If a group chat is dismissed before `getGroupChat` reads it, the iteration skips
 * this group chat.
 *
 * If more than 1000 people are in the app's visible range, `owner_filter` is required. In this case, pass all possible
 * owners to read all group chats, e.g. `follow_user` from `listFollowUsers` of `@wecom/contacts`.
 *
 * The iteration reads the group chats of up to 100 owners of `owner_filter`, then those of the next 100 owners. Without
 * `owner_filter`, it reads the group chats of all owners together. A cursor expires after some time. If WeCom refuses a
 * cursor with 50100 (invalid cursor), the iteration reads the group chats of the current owners again, from the first
 * page. **After such a restart, the iteration yields some group chats a second time.** At the second refusal for the
 * same owners, the iteration throws the error.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateGroupChatsParams}, or a stored `resume` to continue an earlier iteration. The object is
 *   not modified.
 * @param options - `signal` applies to the whole iteration, timeouts apply to each call.
 * @throws {WeComApiError} `81017`: there is no `owner_filter`, and more than 1000 people are in the app's visible
 *   range.
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
        const group_chat = await getUnlessDismissed(client, { chat_id, need_name }, options)
        if (group_chat) yield { group_chat, status, resume }
      }
    }
  }
}

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

function ofFirstOwners({ status_filter, owner_filter, cursor }: IterateGroupChatsParams): ListGroupChatsParams {
  const userid_list = owner_filter?.userid_list?.slice(0, ownersPerCall)
  return { status_filter, owner_filter: owner_filter && { userid_list }, cursor, limit: 100 }
}

function afterFirstOwners(params: IterateGroupChatsParams): IterateGroupChatsParams | undefined {
  const userid_list = params.owner_filter?.userid_list?.slice(ownersPerCall) ?? []
  return userid_list.length === 0 ? undefined : { ...params, owner_filter: { userid_list }, cursor: undefined }
}

function withOwnersWanted({ errcode, errmsg }: WeComApiError): WeComApiError {
  const remedy = 'pass the owners as owner_filter.userid_list, e.g. follow_user from listFollowUsers of @wecom/contacts'
  return new WeComApiError(listGroupChatsEndpoint, errcode, errmsg, false, { remedy })
}

async function getUnlessDismissed(
  client: Client,
  params: GetGroupChatParams,
  options: RequestOptions | undefined,
): Promise<GroupChat | undefined> {
  try {
    return (await getGroupChat(client, params, options)).group_chat
  } catch (error) {
    if (isApiError(error, dismissed)) return undefined
    throw error
  }
}
