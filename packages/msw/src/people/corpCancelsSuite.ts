import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'
import { type WhichSuite, knownSuite } from './suite.ts'

/**
 * The corp removes the app of a suite: its permanent code and its tokens are void.
 *
 * @throws {RangeError} there is no such suite, or the corp does not have it.
 */
export function corpCancelsSuite(tenant: Tenant, { suite_id }: WhichSuite): Outcome {
  knownSuite(tenant, suite_id)
  const app = tenant.apps.ofSuite(suite_id)
  if (!app) {
    throw new InputError(
      'suite_id',
      `The corp has not authorized suite ${suite_id}, or the provider never traded the code`,
    )
  }
  tenant.apps.cancel(app, tenant.clock.seconds())
  tenant.tokens.revokeOf(app)
  return { events: [tenant.events.add({ Event: 'cancel_auth', SuiteId: suite_id, AuthCorpId: tenant.corpId })] }
}
