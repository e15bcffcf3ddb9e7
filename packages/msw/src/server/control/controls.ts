import * as v from 'valibot'
import { InputError } from '../../InputError.ts'
import { actions } from '../../people/actions.ts'
import { findMisplacedList } from '../../serve/findMisplacedList.ts'
import type { Tenant } from '../../tenant/Tenant.ts'
import {
  type ClockMove,
  callbackSchema,
  clockMoveSchema,
  deliveryFaultSchema,
  eventSchema,
  faultSchema,
  limitSchema,
  nothingSchema,
  resetSchema,
  revokeSchema,
} from './schemas.ts'

/** One thing that can be done with a tenant from outside. */
export interface Control {
  readonly method: string
  readonly path: string
  /** Checks the body and does it. */
  run(tenant: Tenant, body: unknown, query: URLSearchParams): object | Promise<object>
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
    moveClock(tenant, move)
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
  control('GET', '/__tenant/limits', nothingSchema, showLimits),
  control('POST', '/__tenant/limits', limitSchema, (tenant, limit) => {
    tenant.limits.add(limit)
    return showLimits(tenant)
  }),
  control('DELETE', '/__tenant/limits', nothingSchema, (tenant) => {
    tenant.limits.clear()
    return showLimits(tenant)
  }),
  control('GET', '/__tenant/requests', nothingSchema, (tenant, _body, query) => {
    const endpoint = query.get('endpoint') ?? undefined
    // Requests to paths that nothing is served on are in the journal, too.
    if (!endpoint?.startsWith('/')) tenant.endpoints.check(endpoint)
    return { requests: tenant.journal.list(endpoint) }
  }),
  control('DELETE', '/__tenant/requests', nothingSchema, (tenant) => {
    tenant.journal.clear()
    return { requests: [] }
  }),
  control('POST', '/__tenant/tokens/revoke', revokeSchema, (tenant, { token }) => ({
    revoked: tenant.tokens.revoke(token),
  })),
  control('GET', '/__tenant/events', nothingSchema, (tenant) => ({ events: tenant.events.list() })),
  control('POST', '/__tenant/events', eventSchema, (tenant, event) => ({ events: [tenant.events.add(event)] })),
  control('DELETE', '/__tenant/events', nothingSchema, (tenant) => {
    tenant.events.clear()
    return { events: [] }
  }),
  control('GET', '/__tenant/callback', nothingSchema, showCallbacks),
  control('PUT', '/__tenant/callback', callbackSchema, async (tenant, settings) => {
    await tenant.callbacks.connect(settings)
    return showCallbacks(tenant)
  }),
  control('DELETE', '/__tenant/callback', nothingSchema, (tenant) => {
    tenant.callbacks.disconnect()
    return showCallbacks(tenant)
  }),
  control('GET', '/__tenant/deliveries', nothingSchema, (tenant) => ({ deliveries: tenant.deliveries.list() })),
  control('DELETE', '/__tenant/deliveries', nothingSchema, (tenant) => {
    tenant.deliveries.clear()
    return { deliveries: [] }
  }),
  control('POST', '/__tenant/deliveries/settle', nothingSchema, async (tenant) => ({
    deliveries: await tenant.deliveries.settled(),
  })),
  control('POST', '/__tenant/deliveries/faults', deliveryFaultSchema, (tenant, fault) => {
    tenant.deliveries.faults.add(fault)
    return { faults: tenant.deliveries.faults.list() }
  }),
  ...Object.entries(actions).map(([name, act]): Control => {
    return { method: 'POST', path: `/__tenant/people/${name}`, run: act }
  }),
]

function control<Body>(
  method: string,
  path: string,
  schema: v.GenericSchema<Body>,
  act: (tenant: Tenant, body: Body, query: URLSearchParams) => object | Promise<object>,
): Control {
  return { method, path, run: (tenant, body, query) => act(tenant, check(schema, body), query) }
}

function check<Body>(schema: v.GenericSchema<Body>, body: unknown): Body {
  const list = findMisplacedList(schema, body)
  if (list !== undefined) throw new InputError(list, 'must be an object, not a list')
  return v.parse(schema, body)
}

function moveClock({ clock }: Tenant, { advance, advanceMs, set, run }: ClockMove): void {
  if (set !== undefined) clock.set(set === 'now' ? Date.now() : set)
  else if (run === undefined) clock.advance(advance ?? advanceMs ?? 0)
  else if (run) clock.run()
  else clock.stop()
}

function showClock({ clock }: Tenant): object {
  return { now: new Date(clock.now()).toISOString(), ms: clock.now(), runs: clock.runs }
}

function showFaults({ faults }: Tenant): object {
  return { faults: faults.list() }
}

function showLimits({ limits }: Tenant): object {
  return { limits: limits.list() }
}

function showCallbacks({ callbacks }: Tenant): object {
  return { callbacks: callbacks.list() }
}
