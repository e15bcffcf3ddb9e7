import type * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Suite } from '../tenant/provider.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { some } from './people.ts'

/** Which suite of the provider. */
export interface WhichSuite {
  readonly suite_id: string
}

export const whichSuiteSchema: v.GenericSchema<WhichSuite> = seedRow<WhichSuite>({ suite_id: id })

/** @throws {RangeError} */
export function knownSuite(tenant: Tenant, suite_id: string, field = 'suite_id'): Suite {
  const suite = tenant.provider.findSuite(suite_id)
  if (suite) return suite
  const others = tenant.provider.suites().map((other) => other.suite_id)
  throw new InputError(field, `There is no suite ${suite_id}; ${some(others)}`)
}
