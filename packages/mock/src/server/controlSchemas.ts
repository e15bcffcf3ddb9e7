import * as v from 'valibot'
import type { Duration } from '../base/clock.ts'
import type { NewEvent } from '../base/events.ts'
import type { Fault, Conditions } from '../base/faults.ts'
import { isoTime } from '../base/input.ts'
import type { DocumentedLimits, Limit } from '../base/limits.ts'
import type { DeliveryFault } from '../callbacks/deliveries.ts'
import type { CallbackSettings } from '../callbacks/settings.ts'
import type { GeneratedCorp } from '../seed/generateCorp.ts'
import type { InitialState } from '../seed/loadState.ts'
import type { PartialState } from '../state/CorpState.ts'

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0))
const endpoint = v.optional(v.pipe(v.string(), v.nonEmpty()))
const times = v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('always')]))
const callFaultFields = { endpoint, times, delayMs: v.optional(milliseconds) }
const count = v.pipe(v.number(), v.integer(), v.minValue(1))

export const faultSchema: v.GenericSchema<Fault> = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('errcode'), errcode: v.pipe(v.number(), v.integer()), ...callFaultFields }),
    v.strictObject({
      kind: v.literal('status'),
      status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
      retryAfter: v.optional(v.pipe(v.number(), v.minValue(0))),
      ...callFaultFields,
    }),
    v.strictObject({ kind: v.literal('delay'), endpoint, times, delayMs: milliseconds }),
    v.strictObject({
      kind: v.picklist(['reset', 'truncate', 'html', 'empty', 'lost-answer', 'expire-token']),
      ...callFaultFields,
    }),
    v.strictObject({ kind: v.literal('lag'), lagMs: count, endpoint, times }),
    v.strictObject({
      kind: v.picklist(['keeps-listing', 'cursor-refused', 'cursor-restarts', 'cursor-empty']),
      endpoint,
      times,
    }),
  ],
  'kind must be errcode, status, delay, reset, truncate, html, empty, lost-answer, expire-token, lag, keeps-listing, cursor-refused, cursor-restarts or cursor-empty',
)

export const conditionsSchema: v.GenericSchema<Conditions> = v.strictObject({
  latency: v.optional(milliseconds),
  failureRate: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
})

export const limitSchema: v.GenericSchema<Limit | DocumentedLimits> = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('rate'), endpoint, calls: count, perMs: count }),
    v.strictObject({ kind: v.literal('concurrency'), endpoint, inFlight: count }),
    v.strictObject({ kind: v.literal('conflict'), endpoint }),
    v.strictObject({ kind: v.literal('documented') }),
  ],
  'kind must be rate, concurrency, conflict or documented',
)

const durationSchema: v.GenericSchema<Duration> = v.strictObject({
  days: v.optional(v.number()),
  hours: v.optional(v.number()),
  minutes: v.optional(v.number()),
  seconds: v.optional(v.number()),
  milliseconds: v.optional(v.number()),
})

export interface ClockMove {
  advanceMs?: number | undefined
  advance?: Duration | undefined
  set?: number | string | undefined
  run?: boolean | undefined
}

export const clockMoveSchema: v.GenericSchema<ClockMove> = v.pipe(
  v.strictObject({
    advanceMs: v.optional(milliseconds),
    advance: v.optional(durationSchema),
    set: v.optional(
      v.union([v.literal('now'), milliseconds, isoTime], 'give an ISO date, milliseconds since 1970, or "now"'),
    ),
    run: v.optional(v.boolean()),
  }),
  v.check(
    (move) => Object.keys(move).length === 1,
    'give exactly one of advanceMs (a number), advance (e.g. {"hours":24}), set (ISO date, milliseconds since 1970, or "now") and run (true or false)',
  ),
)

// Checks only that `state` is an object or a known name. `corp.reset` checks its content, and names the path of each
// problem.
export const resetSchema: v.GenericSchema<{ state?: InitialState | undefined }> = v.strictObject({
  state: v.optional(
    v.union(
      [
        v.picklist(['demo', 'empty']),
        v.custom<PartialState | GeneratedCorp>((value) => typeof value === 'object' && value !== null),
      ],
      'give "demo", "empty", {"generate":{"members":N,"customers":N}}, or an object from GET /__corp/state',
    ),
  ),
})

export const revokeSchema: v.GenericSchema<{ token?: string | undefined }> = v.strictObject({
  token: v.optional(v.string()),
})

// Checks only the types of the fields. `corp.callbacks` checks the values.
export const callbackSchema: v.GenericSchema<CallbackSettings> = v.strictObject({
  url: v.string(),
  token: v.string(),
  encodingAesKey: v.string(),
  agentId: v.optional(v.number()),
  suiteId: v.optional(v.string()),
  allowRemote: v.optional(v.boolean()),
})

export const deliveryFaultSchema: v.GenericSchema<DeliveryFault> = v.strictObject({
  kind: v.picklist(['duplicate', 'concurrent-duplicate', 'reorder', 'foreign-receive-id', 'broken-signature']),
  times,
})

// Also accepts events that WeCom does not have.
export const eventSchema: v.GenericSchema<NewEvent> = v.objectWithRest(
  { Event: v.pipe(v.string(), v.nonEmpty()), ChangeType: v.exactOptional(v.string()) },
  v.union([v.string(), v.number(), v.strictObject({ Item: v.array(v.string()) })]),
)

export const nothingSchema: v.GenericSchema<object> = v.strictObject({})
