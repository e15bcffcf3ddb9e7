export {
  cancelMassMessage,
  cancelMassMessageEndpoint,
  type CancelMassMessageParams,
  type CancelMassMessageResult,
} from './cancelMassMessage.ts'
export {
  createGroupWelcomeTemplate,
  createGroupWelcomeTemplateEndpoint,
  type CreateGroupWelcomeTemplateParams,
  type CreateGroupWelcomeTemplateResult,
} from './createGroupWelcomeTemplate.ts'
export {
  createMassMessage,
  createMassMessageEndpoint,
  type CreateMassMessageParams,
  type CreateMassMessageResult,
  type MassMessageTagFilter,
  type MassMessageTagGroup,
  type MassMessageToContactsParams,
  type MassMessageToGroupChatsParams,
} from './createMassMessage.ts'
export {
  deleteGroupWelcomeTemplate,
  deleteGroupWelcomeTemplateEndpoint,
  type DeleteGroupWelcomeTemplateParams,
  type DeleteGroupWelcomeTemplateResult,
} from './deleteGroupWelcomeTemplate.ts'
export {
  getGroupWelcomeTemplate,
  getGroupWelcomeTemplateEndpoint,
  type GetGroupWelcomeTemplateParams,
  type GetGroupWelcomeTemplateResult,
  type GroupWelcomeImage,
} from './getGroupWelcomeTemplate.ts'
export {
  getMassMessageProgress,
  type GetMassMessageProgressParams,
  type MassMessageProgress,
} from './getMassMessageProgress.ts'
export {
  getMassMessageResultLegacy,
  getMassMessageResultLegacyEndpoint,
  type GetMassMessageResultLegacyParams,
  type GetMassMessageResultLegacyResult,
} from './getMassMessageResultLegacy.ts'
export {
  listMassMessages,
  listMassMessagesEndpoint,
  type ListMassMessagesParams,
  type ListMassMessagesResult,
  type MassMessage,
  type MassMessageAttachment,
  type MassMessageImage,
  type MassMessageMiniprogram,
} from './listMassMessages.ts'
export {
  listMassMessageSendResults,
  listMassMessageSendResultsEndpoint,
  type ListMassMessageSendResultsParams,
  type ListMassMessageSendResultsResult,
} from './listMassMessageSendResults.ts'
export {
  listMassMessageTasks,
  listMassMessageTasksEndpoint,
  type ListMassMessageTasksParams,
  type ListMassMessageTasksResult,
  type MassMessageTask,
} from './listMassMessageTasks.ts'
export { type PartitionedMassMessageReceivers, partitionMassMessageReceivers } from './partitionMassMessageReceivers.ts'
export {
  remindMassMessage,
  remindMassMessageEndpoint,
  type RemindMassMessageParams,
  type RemindMassMessageResult,
} from './remindMassMessage.ts'
export type { GroupWelcomeContentParams } from './schemas/groupWelcomeContentParams.ts'
export type { MassMessageDelivery, MassMessageDeliveryStatus } from './schemas/massMessageDelivery.ts'
export type {
  MessageAttachmentParams,
  MessageFileAttachmentParams,
  MessageImageAttachmentParams,
  MessageLinkAttachmentParams,
  MessageMiniprogramAttachmentParams,
  MessageVideoAttachmentParams,
} from './schemas/messageAttachmentParams.ts'
export type { MessageContentParams } from './schemas/messageContentParams.ts'
export type { MessageImageParams } from './schemas/messageImageParams.ts'
export type { MessageLink } from './schemas/messageLink.ts'
export type { MessageMedia } from './schemas/messageMedia.ts'
export type { MessageMiniprogram } from './schemas/messageMiniprogramParams.ts'
export type { MessageText } from './schemas/messageText.ts'
export type { MessageTextParams } from './schemas/messageTextParams.ts'
export {
  sendWelcomeMessage,
  sendWelcomeMessageEndpoint,
  type SendWelcomeMessageParams,
  type SendWelcomeMessageResult,
} from './sendWelcomeMessage.ts'
export { trySendWelcomeMessage, type WelcomeOutcome } from './trySendWelcomeMessage.ts'
export {
  updateGroupWelcomeTemplate,
  updateGroupWelcomeTemplateEndpoint,
  type UpdateGroupWelcomeTemplateParams,
  type UpdateGroupWelcomeTemplateResult,
} from './updateGroupWelcomeTemplate.ts'
