import type { Served } from '../serve/serve.ts'
import { convertGroupChatExternalUseridsServed } from './convertGroupChatExternalUserids.ts'
import { convertOpenGidToChatIdServed } from './convertOpenGidToChatId.ts'
import { createGroupChatJoinWayServed } from './createGroupChatJoinWay.ts'
import { deleteGroupChatJoinWayServed } from './deleteGroupChatJoinWay.ts'
import { getGroupChatServed } from './getGroupChat.ts'
import { getGroupChatJoinWayServed } from './getGroupChatJoinWay.ts'
import { listGroupChatsServed } from './listGroupChats.ts'
import { transferGroupChatsServed } from './transferGroupChats.ts'
import { transferResignedGroupChatsServed } from './transferResignedGroupChats.ts'
import { updateGroupChatJoinWayServed } from './updateGroupChatJoinWay.ts'

/** The endpoints of `@wecom/groupchat`, all of them. */
export const groupchatServed: readonly Served[] = [
  convertGroupChatExternalUseridsServed,
  convertOpenGidToChatIdServed,
  createGroupChatJoinWayServed,
  deleteGroupChatJoinWayServed,
  getGroupChatServed,
  getGroupChatJoinWayServed,
  listGroupChatsServed,
  transferGroupChatsServed,
  transferResignedGroupChatsServed,
  updateGroupChatJoinWayServed,
]
