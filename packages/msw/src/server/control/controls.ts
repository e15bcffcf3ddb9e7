import * as v from 'valibot'
import type { Tenant } from '../../tenant/Tenant.ts'
import { clockMoveSchema, faultSchema, nothingSchema, resetSchema, revokeSchema } from './schemas.ts'

/** One thing that can be done with a tenant from outside. */
export interface Control {
  readonly method: string
  readonly path: string
  /** Checks the body and does it. */
  run(tenant: Tenant, body: unknown, query: URLSearchParams): object
}

/** Everything that can be done with a tenant from outside. */
export const controls: readonly Control[] = [
  control('GET', '/__tenant/state', nothingSchema, (tenant) => tenant.state()),
  control('POST', '/__tenant/reset', resetSchema, (tenant, { seed }) => {
    tenant.reset(seed)
    return showClock(tenant)
  }),
  control('GET', '/__tenant/clock', nothingSchema, showClock),
  control('POST', '/__tenant/clock', clockMoveSchema, (tenant, move) => {
    if ('set' in move) tenant.clock.set(move.set)
    else tenant.clock.advance('advance' in move ? move.advance : move.advanceMs)
    return showClock(tenant)
  }),
  control('GET', '/__tenant/faults', nothingSchema, showFaults),
  control('POST', '/__tenant/faults', faultSchema, (tenant, fault) => {
    tenant.faults.add(fault)
    return showFaults(tenant)
  }),
  control('DELETE', '/__tenant/faults', nothingSchema, (tenant) => {
    tenant.faults.clear()
    return showFaults(tenant)
  }),
  control('GET', '/__tenant/requests', nothingSchema, (tenant, _body, query) => ({
    requests: tenant.journal.list(query.get('endpoint') ?? undefined),
  })),
  control('DELETE', '/__tenant/requests', nothingSchema, (tenant) => {
    tenant.journal.clear()
    return { requests: [] }
  }),
  control('POST', '/__tenant/tokens/revoke', revokeSchema, (tenant, { token }) => ({
    revoked: tenant.tokens.revoke(token),
  })),
]

function control<Body>(
  method: string,
  path: string,
  schema: v.GenericSchema<Body>,
  act: (tenant: Tenant, body: Body, query: URLSearchParams) => object,
): Control {
  return { method, path, run: (tenant, body, query) => act(tenant, v.parse(schema, body), query) }
}

function showClock({ clock }: Tenant): object {
  return { now: new Date(clock.now()).toISOString(), ms: clock.now() }
}

function showFaults({ faults }: Tenant): object {
  return { faults: faults.list() }
}
