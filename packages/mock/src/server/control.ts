import * as v from 'valibot'
import { InputError, issuePath, issueText } from '../base/input.ts'
import { CallbackUrlError } from '../callbacks/settings.ts'
import type { FakeCorp } from '../createFakeCorp.ts'
import { actions } from '../people/actions.ts'
import { StateError } from '../seed/loadState.ts'
import { type HttpAnswer, jsonAnswer } from '../wire/reply.ts'
import { findMisplacedList } from './misplacedLists.ts'
import {
  callbackSchema,
  type ClockMove,
  clockMoveSchema,
  deliveryFaultSchema,
  eventSchema,
  faultSchema,
  limitSchema,
  nothingSchema,
  resetSchema,
  revokeSchema,
  conditionsSchema,
} from './controlSchemas.ts'

export const controlPrefix = '/__corp/'

/** A request that reads or changes the fake corp itself, e.g. its clock. WeCom's API has no such requests. */
interface ControlCall {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  /** Reason to refuse the request, e.g. a web page of another site sent it. Undefined: the request is allowed. */
  readonly refusalReason?: string | undefined
  readonly allowRemote: boolean
}

export async function answerControl(corp: FakeCorp, call: ControlCall): Promise<HttpAnswer> {
  const { method, path, body, refusalReason } = call
  if (refusalReason !== undefined) return jsonAnswer(403, { error: refusalReason })
  const found = controls.find((candidate) => candidate.method === method && candidate.path === path)
  if (!found) {
    const available = controls.map((candidate) => `${candidate.method} ${candidate.path}`)
    return jsonAnswer(404, { error: `there is no ${method} ${path}`, available })
  }
  try {
    corp.clock.catchUp()
    return jsonAnswer(200, await found.run(corp, body === '' ? {} : JSON.parse(body), call))
  } catch (error) {
    return jsonAnswer(400, toProblem(error))
  }
}

function toProblem(error: unknown): { error: string; path: string } {
  if (error instanceof v.ValiError) {
    const [issue] = error.issues
    return { error: issueText(issue), path: issuePath(issue) }
  }
  if (error instanceof StateError) {
    const [problem] = error.problems
    return { error: error.message, path: problem?.path ?? '' }
  }
  if (error instanceof InputError) return { error: error.message, path: error.path }
  if (error instanceof CallbackUrlError) return { error: error.message, path: 'url' }
  if (error instanceof SyntaxError) return { error: error.message, path: '' }
  // A bug of this package.
  throw error
}

interface Control {
  readonly method: string
  readonly path: string
  run(corp: FakeCorp, body: unknown, call: ControlCall): object | Promise<object>
}

const controls: readonly Control[] = [
  control('GET', '/__corp/state', nothingSchema, (corp) => corp.state()),
  control('POST', '/__corp/reset', resetSchema, (corp, { state }) => {
    corp.reset(state)
    return showClock(corp)
  }),
  control('GET', '/__corp/clock', nothingSchema, showClock),
  control('POST', '/__corp/clock', clockMoveSchema, (corp, move) => {
    moveClock(corp, move)
    return showClock(corp)
  }),
  control('GET', '/__corp/faults', nothingSchema, showFaults),
  control('POST', '/__corp/faults', faultSchema, (corp, fault) => {
    corp.faults.add(fault)
    return showFaults(corp)
  }),
  control('DELETE', '/__corp/faults', nothingSchema, (corp) => {
    corp.faults.clear()
    return showFaults(corp)
  }),
  control('GET', '/__corp/conditions', nothingSchema, ({ faults }) => faults.conditions),
  control('PUT', '/__corp/conditions', conditionsSchema, ({ faults }, conditions) => {
    faults.setConditions(conditions)
    return faults.conditions
  }),
  control('GET', '/__corp/limits', nothingSchema, showLimits),
  control('POST', '/__corp/limits', limitSchema, (corp, limit) => {
    corp.limits.add(limit)
    return showLimits(corp)
  }),
  control('DELETE', '/__corp/limits', nothingSchema, (corp) => {
    corp.limits.clear()
    return showLimits(corp)
  }),
  control('GET', '/__corp/requests', nothingSchema, (corp, _body, { query }) => {
    const endpoint = query.get('endpoint') ?? undefined
    // Does not check the name, because the journal also has requests to unknown paths.
    if (!endpoint?.startsWith('/')) corp.endpoints.check(endpoint)
    return { requests: corp.journal.list(endpoint) }
  }),
  control('DELETE', '/__corp/requests', nothingSchema, (corp) => {
    corp.journal.clear()
    return { requests: [] }
  }),
  control('POST', '/__corp/tokens/revoke', revokeSchema, (corp, { token }) => ({
    revoked: corp.tokens.revoke(token),
  })),
  control('GET', '/__corp/events', nothingSchema, (corp) => ({ events: corp.events.list() })),
  control('POST', '/__corp/events', eventSchema, (corp, event) => ({ events: [corp.events.add(event)] })),
  control('DELETE', '/__corp/events', nothingSchema, (corp) => {
    corp.events.clear()
    return { events: [] }
  }),
  control('GET', '/__corp/callback', nothingSchema, showCallbacks),
  control('PUT', '/__corp/callback', callbackSchema, async (corp, settings, { allowRemote }) => {
    if (settings.allowRemote && !allowRemote) {
      throw new InputError('allowRemote', 'allowRemote requires a mock server that was started with --allow-remote')
    }
    await corp.callbacks.connect(settings)
    return showCallbacks(corp)
  }),
  control('DELETE', '/__corp/callback', nothingSchema, (corp) => {
    corp.callbacks.disconnect()
    return showCallbacks(corp)
  }),
  control('GET', '/__corp/deliveries', nothingSchema, (corp) => ({ deliveries: corp.deliveries.list() })),
  control('DELETE', '/__corp/deliveries', nothingSchema, (corp) => {
    corp.deliveries.clear()
    return { deliveries: [] }
  }),
  control('POST', '/__corp/deliveries/settle', nothingSchema, async (corp) => ({
    deliveries: await corp.deliveries.settled(),
  })),
  control('POST', '/__corp/deliveries/faults', deliveryFaultSchema, (corp, fault) => {
    corp.deliveries.faults.add(fault)
    return { faults: corp.deliveries.faults.list() }
  }),
  ...Object.entries(actions).map(([name, act]): Control => {
    return { method: 'POST', path: `/__corp/people/${name}`, run: (corp, body) => act(corp, body) }
  }),
]

function control<Body>(
  method: string,
  path: string,
  schema: v.GenericSchema<Body>,
  act: (corp: FakeCorp, body: Body, call: ControlCall) => object | Promise<object>,
): Control {
  return { method, path, run: (corp, body, call) => act(corp, check(schema, body), call) }
}

function check<Body>(schema: v.GenericSchema<Body>, body: unknown): Body {
  const list = findMisplacedList(schema, body)
  if (list !== undefined) throw new InputError(list, 'must be an object, not a list')
  return v.parse(schema, body)
}

function moveClock({ clock }: FakeCorp, { advance, advanceMs, set, run }: ClockMove): void {
  if (set !== undefined) clock.set(set === 'now' ? Date.now() : set)
  else if (run === undefined) clock.advance(advance ?? advanceMs ?? 0)
  else if (run) clock.run()
  else clock.stop()
}

function showClock({ clock }: FakeCorp): object {
  return { now: new Date(clock.now()).toISOString(), ms: clock.now(), runs: clock.runs }
}

function showFaults({ faults }: FakeCorp): object {
  return { faults: faults.list() }
}

function showLimits({ limits }: FakeCorp): object {
  return { limits: limits.list() }
}

function showCallbacks({ callbacks }: FakeCorp): object {
  return { callbacks: callbacks.list() }
}
