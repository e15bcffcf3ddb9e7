export {
  type DecryptedMessage,
  decryptMessage,
  type DecryptMessageOptions,
  type ReceiveIds,
} from './crypto/decryptMessage.ts'
export { encryptMessage, type EncryptMessageOptions } from './crypto/encryptMessage.ts'
export { encryptReply, type EncryptReplyOptions } from './crypto/encryptReply.ts'
export { type CallbackKey, importKey } from './crypto/importKey.ts'
export { type SignedMessage, signMessage } from './crypto/signMessage.ts'
export { verifySignature, type VerifySignatureOptions } from './crypto/verifySignature.ts'
export type { DedupeStore } from './dedupe/DedupeStore.ts'
export { memoryDedupeStore } from './dedupe/memoryDedupeStore.ts'
export { type Envelope, parseEnvelope } from './envelope/parseEnvelope.ts'
export { isWeComCallbackError } from './errors/isWeComCallbackError.ts'
export { type CallbackErrorKind, WeComCallbackError } from './errors/WeComCallbackError.ts'
export type {
  AcquisitionDelFollowUserEvent,
  AcquisitionPermitChangeEvent,
  BalanceExhaustedEvent,
  BalanceIncreasedEvent,
  BalanceLowEvent,
  ChangePriceEvent,
  CustomerStartChatEvent,
  DeleteLinkEvent,
  FriendRequestEvent,
  LinkUnavailableEvent,
  MessageFromCustomerEvent,
  OpenProfileEvent,
  QuotaExpireSoonEvent,
  ServiceBalanceConsumedEvent,
  ServiceBalanceExhaustedEvent,
  ServiceBalanceLowEvent,
} from './events/acquisitionEvents.ts'
export type {
  AgreeExternalUseridMigrationEvent,
  ApproveSpecialAuthEvent,
  AuthOpenKfIdList,
  AuthorizationExtraInfo,
  CancelAuthEvent,
  CancelSpecialAuthEvent,
  ChangeAuthEvent,
  CreateAuthEvent,
  DelAuthEvent,
  ResetPermanentCodeEvent,
  SuiteTicketEvent,
} from './events/authorizationEvents.ts'
export type { CallbackEvent, EventName, EventNamed, KnownEvent, UnknownEvent } from './events/CallbackEvent.ts'
export type { ChatCreateEvent, ChatDismissEvent, ChatUpdateEvent, MemChangeList } from './events/chatEvents.ts'
export type {
  AddExternalContactEvent,
  AddHalfExternalContactEvent,
  DelExternalContactEvent,
  DelFollowUserEvent,
  EditExternalContactEvent,
  MsgAuditApprovedEvent,
  TransferFailEvent,
} from './events/contactEvents.ts'
export type { AppForm, CustomerEvent, EventInApp, EventInSuite, SuiteForm } from './events/CustomerEvent.ts'
export { eventTime } from './events/eventTime.ts'
export { parseEvent } from './events/parseEvent.ts'
export type { SuiteEvent } from './events/SuiteEvent.ts'
export type { TagCreateEvent, TagDeleteEvent, TagShuffleEvent, TagUpdateEvent } from './events/tagEvents.ts'
export type { Welcome } from './events/Welcome.ts'
export type {
  CallbackHandlerOptions,
  EventContext,
  EventHandler,
  EventHandlers,
} from './handler/CallbackHandlerOptions.ts'
export { type CallbackHandler, createCallbackHandler } from './handler/createCallbackHandler.ts'
export { readBody } from './handler/readBody.ts'
export type { Fields } from './text/Fields.ts'
