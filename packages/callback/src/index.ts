export {
  type DecryptedMessage,
  decryptMessage,
  type DecryptMessageOptions,
  encryptMessage,
  type EncryptMessageOptions,
  type ReceiveIds,
} from './crypto/messages.ts'
export { type CallbackKey, importKey } from './crypto/key.ts'
export { type SignedMessage, signMessage, verifySignature, type VerifySignatureOptions } from './crypto/signature.ts'
export type { DedupeStore } from './dedupe/DedupeStore.ts'
export { memoryDedupeStore } from './dedupe/memoryDedupeStore.ts'
export { type Envelope, parseEnvelope } from './envelope/parseEnvelope.ts'
export { type CallbackErrorKind, isWeComCallbackError, WeComCallbackError } from './errors/WeComCallbackError.ts'
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
  CancelAuthEvent,
  CancelSpecialAuthEvent,
  ChangeAuthEvent,
  CreateAuthEvent,
  DelAuthEvent,
  ResetPermanentCodeEvent,
  SuiteTicketEvent,
} from './events/authorizationEvents.ts'
export type { CallbackEvent, EventName, EventNamed, KnownEvent, UnknownEvent } from './events/CallbackEvent.ts'
export type { ChatCreateEvent, ChatDismissEvent, ChatUpdateEvent } from './events/chatEvents.ts'
export type {
  AddExternalContactEvent,
  AddHalfExternalContactEvent,
  DelExternalContactEvent,
  DelFollowUserEvent,
  EditExternalContactEvent,
  MsgAuditApprovedEvent,
  TransferFailEvent,
} from './events/contactEvents.ts'
export type { UploadMediaJobFinishEvent } from './events/mediaEvents.ts'
export { eventTime, parseEvent } from './events/parseEvent.ts'
export type { TagCreateEvent, TagDeleteEvent, TagShuffleEvent, TagUpdateEvent } from './events/tagEvents.ts'
export type { Welcome } from './events/Welcome.ts'
export type {
  CallbackHandlerOptions,
  EventContext,
  EventHandler,
  EventHandlers,
} from './handler/CallbackHandlerOptions.ts'
export { type CallbackHandler, createCallbackHandler } from './handler/createCallbackHandler.ts'
export type { Fields } from './text/parseFields.ts'
