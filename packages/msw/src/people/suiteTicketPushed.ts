import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'
import { type WhichSuite, knownSuite } from './suite.ts'

/**
 * WeCom pushes a suite its ticket, as it does every ten minutes: here, when it is told to.
 *
 * @throws {RangeError} there is no such suite.
 */
export function suiteTicketPushed(
  tenant: Tenant,
  { suite_id }: WhichSuite,
): Outcome & { readonly suite_ticket: string } {
  knownSuite(tenant, suite_id)
  const suite_ticket = tenant.provider.issue('suite_ticket', suite_id)
  const event = { Event: 'suite_ticket', SuiteId: suite_id, SuiteTicket: suite_ticket }
  return { events: [tenant.events.add(event)], suite_ticket }
}
