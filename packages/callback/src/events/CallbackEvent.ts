import type { Fields } from '../text/parseFields.ts'
import type * as acquisition from './acquisitionEvents.ts'
import type * as authorization from './authorizationEvents.ts'
import type * as chat from './chatEvents.ts'
import type * as contact from './contactEvents.ts'
import type * as media from './mediaEvents.ts'
import type * as tag from './tagEvents.ts'

/**
 * Every event of customer contact, and of the suites that take part in it. `ChangeType` tells them apart, together with
 * `Event` (app form) or `InfoType` (suite form) where two families use the same one, or where there is none.
 */
export type KnownEvent =
  | contact.AddExternalContactEvent
  | contact.EditExternalContactEvent
  | contact.AddHalfExternalContactEvent
  | contact.DelExternalContactEvent
  | contact.DelFollowUserEvent
  | contact.TransferFailEvent
  | contact.MsgAuditApprovedEvent
  | chat.ChatCreateEvent
  | chat.ChatUpdateEvent
  | chat.ChatDismissEvent
  | tag.TagCreateEvent
  | tag.TagUpdateEvent
  | tag.TagDeleteEvent
  | tag.TagShuffleEvent
  | acquisition.BalanceLowEvent
  | acquisition.BalanceExhaustedEvent
  | acquisition.BalanceIncreasedEvent
  | acquisition.LinkUnavailableEvent
  | acquisition.DeleteLinkEvent
  | acquisition.QuotaExpireSoonEvent
  | acquisition.OpenProfileEvent
  | acquisition.FriendRequestEvent
  | acquisition.CustomerStartChatEvent
  | acquisition.MessageFromCustomerEvent
  | acquisition.AcquisitionDelFollowUserEvent
  | acquisition.ServiceBalanceLowEvent
  | acquisition.ServiceBalanceExhaustedEvent
  | acquisition.ServiceBalanceConsumedEvent
  | acquisition.ChangePriceEvent
  | acquisition.AcquisitionPermitChangeEvent
  | media.UploadMediaJobFinishEvent
  | authorization.SuiteTicketEvent
  | authorization.CreateAuthEvent
  | authorization.ChangeAuthEvent
  | authorization.CancelAuthEvent
  | authorization.ResetPermanentCodeEvent
  | authorization.ApproveSpecialAuthEvent
  | authorization.CancelSpecialAuthEvent
  | authorization.AgreeExternalUseridMigrationEvent
  | authorization.DelAuthEvent

/**
 * A message that is none of the known events: a new event, a new change in a known family, one of another product, a
 * message of a user. Its fields are a level deeper, so that a `switch` over known events never meets it.
 */
export interface UnknownEvent {
  /** As received, without what is empty: of XML all values are texts. */
  unknown: Fields

  ChangeType?: undefined
  Event?: undefined
  InfoType?: undefined
}

/** What a callback brings. `'unknown' in event` tells the two apart. */
export type CallbackEvent = KnownEvent | UnknownEvent

/** The part of its events that has a `ChangeType`. */
type ChangeEvent = Extract<KnownEvent, { ChangeType: string }>

/** `change_external_tag.create`: a family and a `ChangeType`. */
type QualifiedName<Event = ChangeEvent> = Event extends ChangeEvent
  ? `${NonNullable<Event['Event'] | Event['InfoType']>}.${Event['ChangeType']}`
  : never

/**
 * A `ChangeType`, or the `Event` or `InfoType` of an event that has no `ChangeType`, or the name of a family, or a family
 * and a `ChangeType` with a dot between them.
 */
export type EventName =
  | NonNullable<KnownEvent['ChangeType'] | KnownEvent['Event'] | KnownEvent['InfoType']>
  | QualifiedName

/** The event of a name: more than one where it is the name of a family, or where families share it. */
export type EventNamed<Name extends EventName> = Name extends `${infer Family}.${infer Change}`
  ? Extract<InFamily<Family>, { ChangeType: Change }>
  : Extract<KnownEvent, { ChangeType: Name }> | InFamily<Name>

type InFamily<Name extends string> = Extract<KnownEvent, { Event: Name } | { InfoType: Name }>
