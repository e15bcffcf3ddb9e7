import type { Fields } from '../text/parseFields.ts'
import type * as acquisition from './acquisitionEvents.ts'
import type * as authorization from './authorizationEvents.ts'
import type * as chat from './chatEvents.ts'
import type * as contact from './contactEvents.ts'
import type * as media from './mediaEvents.ts'
import type * as tag from './tagEvents.ts'

/**
 * Every known event of customer contact and of suites. `ChangeType` distinguishes them, together with `Event` (app
 * form) or `InfoType` (suite form) if two families share a `ChangeType`, or if there is none.
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
 * A message that is not a known event: a new event, a new change in a known family, an event of another product, or a
 * user's message. Its fields are in `unknown`, so that a `switch` over known events excludes it.
 */
export interface UnknownEvent {
  /** Fields as received, without empty ones. From XML all values are texts. */
  unknown: Fields

  ChangeType?: undefined
  Event?: undefined
  InfoType?: undefined
}

/** The event of a callback. `'unknown' in event` distinguishes the two. */
export type CallbackEvent = KnownEvent | UnknownEvent

/** The events with a `ChangeType`. */
type ChangeEvent = Extract<KnownEvent, { ChangeType: string }>

/** A family and a `ChangeType`, e.g. `change_external_tag.create`. */
type QualifiedName<Event = ChangeEvent> = Event extends ChangeEvent
  ? `${NonNullable<Event['Event'] | Event['InfoType']>}.${Event['ChangeType']}`
  : never

/**
 * The name of an event: a `ChangeType`; the `Event` or `InfoType` of an event without `ChangeType`; a family; or a
 * family and a `ChangeType`, separated by a dot.
 */
export type EventName =
  | NonNullable<KnownEvent['ChangeType'] | KnownEvent['Event'] | KnownEvent['InfoType']>
  | QualifiedName

/** The events with a name: several if it is a family, or if families share it. */
export type EventNamed<Name extends EventName> = Name extends `${infer Family}.${infer Change}`
  ? Extract<InFamily<Family>, { ChangeType: Change }>
  : Extract<KnownEvent, { ChangeType: Name }> | InFamily<Name>

type InFamily<Name extends string> = Extract<KnownEvent, { Event: Name } | { InfoType: Name }>
