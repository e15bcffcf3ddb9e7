export {
  type ConvertedGroupChatExternalUserid,
  convertGroupChatExternalUserids,
  convertGroupChatExternalUseridsEndpoint,
  type ConvertGroupChatExternalUseridsParams,
  type ConvertGroupChatExternalUseridsResult,
} from './convertGroupChatExternalUserids.ts'
export {
  convertOpenGidToChatId,
  convertOpenGidToChatIdEndpoint,
  type ConvertOpenGidToChatIdParams,
  type ConvertOpenGidToChatIdResult,
} from './convertOpenGidToChatId.ts'
export {
  createGroupChatJoinWay,
  createGroupChatJoinWayEndpoint,
  type CreateGroupChatJoinWayParams,
  type CreateGroupChatJoinWayResult,
} from './createGroupChatJoinWay.ts'
export {
  deleteGroupChatJoinWay,
  deleteGroupChatJoinWayEndpoint,
  type DeleteGroupChatJoinWayParams,
  type DeleteGroupChatJoinWayResult,
} from './deleteGroupChatJoinWay.ts'
export {
  getGroupChat,
  getGroupChatEndpoint,
  type GetGroupChatParams,
  type GetGroupChatResult,
  type GroupChat,
  type GroupChatAdmin,
  type GroupChatInvitor,
  type GroupChatMember,
} from './getGroupChat.ts'
export {
  getGroupChatJoinWay,
  getGroupChatJoinWayEndpoint,
  type GetGroupChatJoinWayParams,
  type GetGroupChatJoinWayResult,
  type GroupChatJoinWay,
} from './getGroupChatJoinWay.ts'
export { type IteratedGroupChat, iterateGroupChats, type IterateGroupChatsParams } from './iterateGroupChats.ts'
export {
  type GroupChatOwnerFilter,
  type GroupChatStatus,
  listGroupChats,
  listGroupChatsEndpoint,
  type ListGroupChatsParams,
  type ListGroupChatsResult,
  type ListedGroupChat,
} from './listGroupChats.ts'
export { type PartitionedGroupChatTransfers, partitionGroupChatTransfers } from './partitionGroupChatTransfers.ts'
export type { FailedGroupChat } from './schemas/failedGroupChat.ts'
export type { GroupChatJoinWaySettings } from './schemas/groupChatJoinWaySettings.ts'
export { toGroupChatJoinWayParams } from './toGroupChatJoinWayParams.ts'
export {
  transferGroupChats,
  transferGroupChatsEndpoint,
  type TransferGroupChatsParams,
  type TransferGroupChatsResult,
} from './transferGroupChats.ts'
export {
  transferResignedGroupChats,
  transferResignedGroupChatsEndpoint,
  type TransferResignedGroupChatsParams,
  type TransferResignedGroupChatsResult,
} from './transferResignedGroupChats.ts'
export {
  updateGroupChatJoinWay,
  updateGroupChatJoinWayEndpoint,
  type UpdateGroupChatJoinWayParams,
  type UpdateGroupChatJoinWayResult,
} from './updateGroupChatJoinWay.ts'
