import type { Fields } from '../text/parseFields.ts'
import type { EventNamed, KnownEvent } from './CallbackEvent.ts'

type FamilyName = NonNullable<Extract<KnownEvent, { ChangeType: string }>['Event']>
type SingleEvent = Extract<KnownEvent, { ChangeType?: undefined }>

const customerEvents: { readonly [Family in FamilyName]: readonly EventNamed<Family>['ChangeType'][] } = {
  change_external_contact: [
    'add_external_contact',
    'edit_external_contact',
    'add_half_external_contact',
    'del_external_contact',
    'del_follow_user',
    'transfer_fail',
    'msg_audit_approved',
  ],
  change_external_chat: ['create', 'update', 'dismiss'],
  change_external_tag: ['create', 'update', 'delete', 'shuffle'],
  customer_acquisition: [
    'balance_low',
    'balance_exhausted',
    'balance_increased',
    'link_unavailable',
    'delete_link',
    'quota_expire_soon',
    'open_profile',
    'friend_request',
    'customer_start_chat',
    'message_from_customer',
    'del_follow_user',
    'service_balance_low',
    'service_balance_exhausted',
    'service_balance_consumed',
    'change_price',
  ],
}

// Events without `ChangeType` that self-built and provider-developed apps receive.
const appEvents: readonly NonNullable<SingleEvent['Event']>[] = ['upload_media_job_finish']
const suiteEvents: readonly NonNullable<SingleEvent['InfoType']>[] = [
  'customer_acquisition_permit_change',
  'suite_ticket',
  'create_auth',
  'change_auth',
  'cancel_auth',
  'reset_permanent_code',
  'approve_special_auth',
  'cancel_special_auth',
  'agree_external_userid_migration',
  'del_auth',
]

const knownApp: ReadonlySet<unknown> = new Set(appEvents)
const knownSuite: ReadonlySet<unknown> = new Set(suiteEvents)
const knownChanges: ReadonlySet<unknown> = new Set(
  Object.entries(customerEvents).flatMap(([family, changes]) => changes.map((change) => `${family}.${change}`)),
)

export function isKnownEvent({ Event, InfoType, ChangeType }: Fields): boolean {
  if (ChangeType !== undefined) return knownChanges.has([Event ?? InfoType, ChangeType].join('.'))
  return Event === undefined ? knownSuite.has(InfoType) : knownApp.has(Event)
}

// A field name has the same type in every event, so one list of names is enough.
type NumberField<Event> = Event extends unknown
  ? {
      [Name in keyof Event]-?: [NonNullable<Event[Name]>] extends [never] ? never : NumberName<Event, Name>
    }[keyof Event]
  : never
type NumberName<Event, Name extends keyof Event> = NonNullable<Event[Name]> extends number ? Name : never

// A record instead of a list, because the compiler then reports a missing name.
export const numberFields: Readonly<Record<NumberField<KnownEvent>, true>> = {
  CreateTime: true,
  TimeStamp: true,
  JoinScene: true,
  QuitScene: true,
  MemChangeCnt: true,
  ExpireTime: true,
  ExpireQuotaNum: true,
  Price: true,
  EffectiveTime: true,
}
