import type { Customer } from '../tenant/customers.ts'
import { drawFree } from '../tenant/drawFree.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownCustomer } from './people.ts'

/** A customer who is there already, or somebody new. */
export interface WhichCustomer {
  /** Somebody who was a customer before. */
  readonly external_userid?: string | undefined
  /** Name of the WeChat user who becomes a customer, where no `external_userid` is given. */
  readonly name?: string | undefined
}

/**
 * The customer that is meant; somebody new is not among the customers yet.
 *
 * @throws {RangeError} there is no customer with the id.
 */
export function theCustomer(tenant: Tenant, { external_userid, name = '新客户' }: WhichCustomer): Customer {
  if (external_userid !== undefined) return knownCustomer(tenant, external_userid)
  const { customers, random } = tenant
  const ids = drawFree(
    () => ({ external_userid: `wm${random.text(30)}`, unionid: `o${random.text(27)}` }),
    (drawn) => customers.find(drawn.external_userid) !== undefined,
  )
  return { ...ids, name, type: 1, gender: 0 }
}
