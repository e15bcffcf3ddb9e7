import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Customer } from '../tenant/customers.ts'
import type { Follow } from '../tenant/follows.ts'
import { type Member, servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** The customers of one member. Who lacks the feature has contacts, but no customers. */
export function followsOfMember(tenant: Tenant, member: Member): Follow[] {
  return servesCustomers(member) ? tenant.follows.ofMember(member.userid) : []
}

/** The members in an app's sight who have one customer. */
export function followsOfCustomer(tenant: Tenant, app: App, { external_userid }: Customer): Follow[] {
  return tenant.follows.ofCustomer(external_userid).filter(({ userid }) => {
    const member = tenant.members.find(userid)
    return member !== undefined && servesCustomers(member) && tenant.members.isVisible(app, member)
  })
}

/** @throws {Refusal} 40096: there is no such customer. */
export function findCustomer(tenant: Tenant, external_userid: string): Customer {
  const customer = tenant.customers.find(external_userid)
  if (!customer) throw new Refusal(40096)
  return customer
}
