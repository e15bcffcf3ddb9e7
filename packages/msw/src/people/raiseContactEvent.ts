import type { EventValue, TenantEvent } from '../tenant/events.ts'
import { servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

interface ContactEvent {
  readonly ChangeType: string
  readonly UserID: string
  readonly ExternalUserID: string
  readonly [field: string]: EventValue
}

/** Tells that something changed between a member and a customer. Of members without the feature nobody hears. */
export function raiseContactEvent(tenant: Tenant, event: ContactEvent): TenantEvent[] {
  const member = tenant.members.find(event.UserID)
  if (!member || !servesCustomers(member)) return []
  return [tenant.events.add({ Event: 'change_external_contact', ...event })]
}
