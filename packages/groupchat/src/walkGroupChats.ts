import { type Client, type RequestOptions, isWeComError, paginate } from '@wecom/core'
import { getGroupChat, type GetGroupChatParams, type GroupChat } from './getGroupChat.ts'
import {
  type GroupChatOwnerFilter,
  type GroupChatStatus,
  listGroupChatsEndpoint,
  type ListGroupChatsParams,
} from './listGroupChats.ts'

export interface WalkGroupChatsParams extends Pick<ListGroupChatsParams, 'status_filter' | 'cursor'> {
  /** As in `listGroupChats`, but with any number of owners: they are asked for 100 at a time. */
  owner_filter?: Pick<GroupChatOwnerFilter, 'userid_list'> | undefined
  /** Groups a page: 1 to 1000, default 100. A walk that is resumed reads up to one page again. */
  limit?: number | undefined
  /** 1: the members' names, too. Default 0. */
  need_name?: GetGroupChatParams['need_name']
}

export interface WalkedGroupChat {
  group_chat: GroupChat
  status: GroupChatStatus
  /** Keep it to go on later: `walkGroupChats(client, resume)` starts at the page that this group is on. */
  resume: WalkGroupChatsParams
}

/** The most that one call of `listGroupChats` takes. */
const ownersPerCall = 100
/** The owner dissolved the group. */
const dissolved = 49008

/**
 * Reads all customer groups with their members, one after the other: `listGroupChats` for the ids, page by page,
 * and `getGroupChat` for each. A group that is dissolved in between is left out.
 *
 * Where more than 1000 people are in the app's scope, WeCom wants to be told the owners: give all of them,
 * e.g. `follow_user` from `listFollowUsers` of `@wecom/contacts`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link WalkGroupChatsParams}, or a kept `resume` to go on from there. Left as they are.
 * @param options - `signal` and timeouts, for each of the calls.
 *
 * @example
 * for await (const { group_chat, resume } of walkGroupChats(client, { need_name: 1 })) {
 *   await save(group_chat.name, group_chat.member_list, resume)
 * }
 */
export async function* walkGroupChats(
  client: Client,
  params: WalkGroupChatsParams = {},
  options?: RequestOptions,
): AsyncGenerator<WalkedGroupChat, void, undefined> {
  for (let part: WalkGroupChatsParams | undefined = params; part; part = afterFirstOwners(part)) {
    const { need_name } = part
    let resume = part
    for await (const { items, next } of paginate(client, listGroupChatsEndpoint, ofFirstOwners(part), options)) {
      for (const { chat_id, status } of items) {
        const group_chat = await getUnlessDissolved(client, { chat_id, need_name }, options)
        if (group_chat) yield { group_chat, status, resume }
      }
      resume = { ...part, cursor: next?.cursor }
    }
  }
}

/** The part of the walk that one list covers. */
function ofFirstOwners({
  status_filter,
  owner_filter,
  cursor,
  limit = 100,
}: WalkGroupChatsParams): ListGroupChatsParams {
  const userid_list = owner_filter?.userid_list?.slice(0, ownersPerCall)
  return { status_filter, owner_filter: owner_filter && { userid_list }, cursor, limit }
}

/** What is left of the walk after that part; undefined where nothing is. */
function afterFirstOwners(params: WalkGroupChatsParams): WalkGroupChatsParams | undefined {
  const userid_list = params.owner_filter?.userid_list?.slice(ownersPerCall) ?? []
  return userid_list.length === 0 ? undefined : { ...params, owner_filter: { userid_list }, cursor: undefined }
}

async function getUnlessDissolved(
  client: Client,
  params: GetGroupChatParams,
  options: RequestOptions | undefined,
): Promise<GroupChat | undefined> {
  try {
    return (await getGroupChat(client, params, options)).group_chat
  } catch (error) {
    if (isWeComError(error) && error.kind === 'api' && error.errcode === dissolved) return undefined
    throw error
  }
}
