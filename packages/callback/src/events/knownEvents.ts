import type { Fields } from '../text/Fields.ts'
import type { EventNamed, KnownEvent } from './CallbackEvent.ts'

type FamilyName = NonNullable<KnownEvent['Event']>
type SuiteEventName = Exclude<NonNullable<KnownEvent['InfoType']>, FamilyName>

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

const suiteEvents: readonly SuiteEventName[] = [
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

const knownNames: ReadonlySet<string> = new Set([
  ...suiteEvents,
  ...Object.entries(customerEvents).flatMap(([family, changes]) => changes.map((change) => `${family}.${change}`)),
])

export function isKnownEvent({ Event, InfoType, ChangeType }: Fields): boolean {
  const name = ChangeType === undefined ? [InfoType] : [Event ?? InfoType, ChangeType]
  return knownNames.has(name.join('.'))
}
