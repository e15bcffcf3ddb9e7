export { allServed } from './answers/all.ts'
export type { Served } from './answers/serve.ts'
export type { Clock, Duration } from './base/clock.ts'
export type { CorpEvent, EventLog, NewEvent } from './base/events.ts'
export type { Fault, FaultKind, Faults, Conditions } from './base/faults.ts'
export { InputError } from './base/input.ts'
export type { Journal, JournalEntry } from './base/journal.ts'
export type { DocumentedLimits, Limit, Limits } from './base/limits.ts'
export type { Token, Tokens } from './base/tokens.ts'
export type { Callbacks, ConnectedCallback } from './callbacks/callbacks.ts'
export type { Deliveries, Delivery, DeliveryFault, DeliveryAttempt } from './callbacks/deliveries.ts'
export { type CallbackSettings, CallbackUrlError } from './callbacks/settings.ts'
export { createFakeCorp, type FakeCorp, type FakeCorpOptions } from './createFakeCorp.ts'
export type { People } from './people/actions.ts'
export type { CustomerAddsMember, CustomerRefusesTransfer, MemberAddsCustomer } from './people/contacts.ts'
export type {
  AdminCreatesTags,
  AdminDeletesAcquisitionLink,
  AdminDeletesTags,
  AdminRenamesTag,
  AdminReordersTags,
  CorpBuysAcquisitionQuota,
  MediaDownloadFails,
} from './people/corp.ts'
export type {
  CustomerJoinsGroup,
  CustomerLeavesGroup,
  CustomerScansJoinWay,
  GroupChanges,
  GroupDismissed,
  GroupMessageSent,
  MemberJoinsGroup,
  MemberLeavesGroup,
  MemberOpensGroup,
  OwnerChanges,
} from './people/groups.ts'
export type { Outcome, Pair, WhichCustomer, WhichSuite } from './people/known.ts'
export type { MemberEditsRemark, MemberLeaves, MemberTagsCustomer } from './people/members.ts'
export type { MemberConfirmsMassMessage, MemberSendsMassMessage } from './people/messages.ts'
export type { MemberPostsMoment } from './people/moments.ts'
export type { CustomerScansContactWay, CustomerUsesAcquisitionLink } from './people/sources.ts'
export type { CorpSize, GeneratedCorp } from './seed/generateCorp.ts'
export { type InitialState, StateError } from './seed/loadState.ts'
export type { StateProblem } from './seed/references.ts'
export type {
  AcquiredCustomer,
  AcquisitionClick,
  AcquisitionLink,
  AcquisitionQuota,
  ChatKey,
} from './state/acquisition.ts'
export type {
  Customer,
  DirectMessage,
  EndedFollow,
  Follow,
  FriendRequest,
  GroupMessage,
  Parting,
  PersonalTag,
  ServedContact,
} from './state/contacts.ts'
export type { ContactWay, TempChat } from './state/contactWay.ts'
export type { CorpState, PartialState } from './state/CorpState.ts'
export type { GroupChat, GroupChatHandover, GroupChatMember, JoinWay } from './state/groupchat.ts'
export type { InterceptRule } from './state/intercept.ts'
export type { MediaFile, MediaJob, UploadedPicture } from './state/media.ts'
export type { App, Department, Member, VisibleRange } from './state/members.ts'
export type { MassMessage, MassMessageReceipt, MassMessageTask, ReceivingLimit } from './state/messages.ts'
export type { MomentJob } from './state/momentJobs.ts'
export type { Moment, MomentContent, MomentPublication } from './state/moments.ts'
export type { Product } from './state/products.ts'
export type { PendingId, Provider, Suite, SuiteCode } from './state/provider.ts'
export type { RangeNode, Strategy } from './state/strategies.ts'
export type { Tag, TagGroup } from './state/tags.ts'
export type { Transfer } from './state/transfers.ts'
export type { GroupWelcome, GroupWelcomeContent, Welcome, WelcomeCode } from './state/welcomes.ts'
export type { BrokenConnection, HttpAnswer, Reply } from './wire/reply.ts'
export type { IncomingCall } from './wire/request.ts'
