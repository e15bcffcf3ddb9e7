import type { Fields } from '../text/parseFields.ts'
import type * as acquisition from './acquisitionEvents.ts'
import type * as authorization from './authorizationEvents.ts'
import type * as chat from './chatEvents.ts'
import type * as contact from './contactEvents.ts'
import type * as media from './mediaEvents.ts'
import type * as tag from './tagEvents.ts'

/**
 * Union of all known events. They are events of customer contact, and events about a suite itself (see `SuiteEvent`).
 *
 * To distinguish events, compare `ChangeType`. Some events have no `ChangeType`. Some values of `ChangeType`, such as
 * `create`, occur in several kinds of events. In both cases, compare `Event` too. Events that a suite receives have
 * `InfoType` instead of `Event`.
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
 * Message that is not a known event. It may be a new event or `ChangeType`, an event of another WeCom product, or a
 * message that a user sent to the app. The field `unknown` contains all fields of the message. Known events have no
 * field `unknown`. So use `'unknown' in event` to recognise this type.
 */
export interface UnknownEvent {
  /**
   * All fields of the message as WeCom sent them, except empty fields. If the message is XML, each number is a text,
   * e.g. `'1000002'`.
   */
  unknown: Fields

  ChangeType?: undefined
  Event?: undefined
  InfoType?: undefined
}

/**
 * Event that WeCom sent to the callback URL. If `'unknown' in event` is true, the event is an `UnknownEvent`. Otherwise
 * it is a `KnownEvent`.
 */
export type CallbackEvent = KnownEvent | UnknownEvent

type ChangeEvent = Extract<KnownEvent, { ChangeType: string }>

/** Name of an event that has a `ChangeType`, such as `change_external_tag.create`. */
type QualifiedName<Event = ChangeEvent> = Event extends ChangeEvent
  ? `${NonNullable<Event['Event'] | Event['InfoType']>}.${Event['ChangeType']}`
  : never

/**
 * Name of one event, or of several events. The name has one of these forms:
 * - a `ChangeType`, such as `add_external_contact`
 * - an `Event` or `InfoType`, such as `suite_ticket`. The `Event` `change_external_chat` is the name of several events,
 *   because it has several `ChangeType`s.
 * - both, separated by a dot: `change_external_chat.create`
 */
export type EventName =
  | NonNullable<KnownEvent['ChangeType'] | KnownEvent['Event'] | KnownEvent['InfoType']>
  | QualifiedName

/**
 * Union of the known events that have the name `Name`. Some names, such as `create` or `change_external_tag`, belong to
 * several events.
 */
export type EventNamed<Name extends EventName> = Name extends `${infer Family}.${infer Change}`
  ? Extract<InFamily<Family>, { ChangeType: Change }>
  : Extract<KnownEvent, { ChangeType: Name }> | InFamily<Name>

type InFamily<Name extends string> = Extract<KnownEvent, { Event: Name } | { InfoType: Name }>
