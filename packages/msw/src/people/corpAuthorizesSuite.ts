import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'
import { type WhichSuite, knownSuite } from './suite.ts'

/**
 * The corp authorizes a suite. It has the app as soon as the provider trades the code for the permanent one.
 *
 * @throws {RangeError} there is no such suite.
 */
export function corpAuthorizesSuite(
  tenant: Tenant,
  { suite_id }: WhichSuite,
): Outcome & { readonly auth_code: string } {
  knownSuite(tenant, suite_id)
  const auth_code = tenant.provider.issue('auth_code', suite_id)
  return { events: [tenant.events.add({ Event: 'create_auth', SuiteId: suite_id, AuthCode: auth_code })], auth_code }
}
