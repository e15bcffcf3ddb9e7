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
  /** As in `listGroupChats`, but with any number of owners: they are asked for 100 at a time. */
  owner_filter?: Pick<GroupChatOwnerFilter, 'userid_list'> | undefined
  /** 1: the members' names, too. Default 0. */
  need_name?: GetGroupChatParams['need_name']
  /** Of a kept `resume`. */
  cursor?: string | undefined
}

/** A group chat with its members. */
export interface IteratedGroupChat {
  group_chat: GroupChat
  status: GroupChatStatus
  /**
   * Keep it to go on later: `iterateGroupChats(client, resume)` starts at the page that this group is on, or, where its
   * cursor has expired, at the first page of the same 100 owners.
   */
  resume: IterateGroupChatsParams
}

/** A page of the groups of those owners that one call takes. */
interface GroupChatsPage {
  readonly items: readonly ListedGroupChat[]
  /** Starts at this page. */
  readonly resume: IterateGroupChatsParams
}

/** The most that one call of `listGroupChats` takes. */
const ownersPerCall = 100
/** The owner dissolved the group. */
const dissolved = 49008
/** More than 1000 people are in the app's visible range, and no owners are named. */
const tooManyPeople = 81017
/** Also the errcode of a cursor that has expired. */
const invalidCursor = 50100

/**
 * Iterates over all group chats with their members, one after the other: `listGroupChats` for the ids, page by page,
 * and `getGroupChat` for each. A group that is dissolved in between is left out.
 *
 * Where more than 1000 people are in the app's visible range, WeCom wants to know the owners: pass all of them,
 * e.g. `follow_user` from `listFollowUsers` of `@wecom/contacts`.
 *
 * A cursor expires. Where that of a kept `resume`, or of the next page after a long pause, is no longer valid (50100),
 * the iteration lists the groups of the same 100 owners again from their first page, once. These groups then come a
 * second time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link IterateGroupChatsParams}, or a kept `resume` to go on from there. Left as they are.
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

/** The pages of those owners that one call takes; from the first one again if the cursor turns out to be invalid. */
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
      // Without a cursor the first page was refused already.
      if (!mayStartAgain || !resume.cursor || !isApiError(error, invalidCursor)) throw error
      mayStartAgain = false
      resume = { ...part, cursor: undefined }
    }
  }
}

/** The parameters of the list for those owners that one call takes. */
function ofFirstOwners({ status_filter, owner_filter, cursor }: IterateGroupChatsParams): ListGroupChatsParams {
  const userid_list = owner_filter?.userid_list?.slice(0, ownersPerCall)
  return { status_filter, owner_filter: owner_filter && { userid_list }, cursor, limit: 100 }
}

/** What is left after the owners of this part; undefined where nothing is. */
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
