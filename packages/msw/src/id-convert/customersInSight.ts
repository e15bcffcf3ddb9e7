import { followsOfCustomer } from '../contacts/visibleFollows.ts'
import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Customer } from '../tenant/customers.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** The customer whom an app may know of: a member in its sight has them. */
export function customerInSight(tenant: Tenant, app: App, external_userid: string): Customer | undefined {
  const customer = tenant.customers.find(external_userid)
  return customer && followsOfCustomer(tenant, app, customer).length > 0 ? customer : undefined
}

/** The same, by a unionid. */
export function customerWithUnionid(tenant: Tenant, app: App, unionid: string): Customer | undefined {
  const customer = tenant.customers.list().find((one) => one.unionid === unionid)
  return customer && customerInSight(tenant, app, customer.external_userid)
}

/** @throws {Refusal} 610014: no WeChat id looks like that. */
export function checkUnionid(unionid: string): void {
  if (!/^o[\w-]+$/.test(unionid)) throw new Refusal(610014)
}
