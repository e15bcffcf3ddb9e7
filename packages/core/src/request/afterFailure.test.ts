import { expect, test } from 'vitest'
import type { Effect } from '../endpoint/Endpoint.ts'
import { WeComAbortError } from '../errors/WeComAbortError.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import { WeComHttpError } from '../errors/WeComHttpError.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { afterFailure, type FailureState } from './afterFailure.ts'

const endpoint = sampleEndpoint('read')
const state = (change: Partial<FailureState> = {}): FailureState => ({
  endpoint,
  attempt: 1,
  refreshable: true,
  retry: { limit: 3, minDelay: 500, maxDelay: 30_000 },
  random: 1,
  ...change,
})
const api = (errcode: number): AnyWeComError => new WeComApiError(endpoint, errcode, '', false)
const http = (status: number, retryAfter?: number): AnyWeComError =>
  new WeComHttpError(endpoint, status, retryAfter, false)
const network = new WeComNetworkError(endpoint, 'ECONNRESET', false)

test.each([40014, 42001, 40082, 42009])('a rejected token (%i) is replaced once, whatever the effect', (errcode) => {
  for (const effect of ['read', 'write', 'create', 'send'] satisfies Effect[]) {
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toBe('refresh')
  }
  expect(afterFailure(api(errcode), state({ refreshable: false }))).toBe('throw')
})

test.each([40001, 40013, 45009, 48002, 60020, 84061, 40058])('errcode %i is final', (errcode) => {
  expect(afterFailure(api(errcode), state())).toBe('throw')
})

test.each([-1, 6000, 45035, 81026])('errcode %i is temporary: reads and writes are sent again', (errcode) => {
  for (const effect of ['read', 'write'] satisfies Effect[]) {
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toBeTypeOf('number')
  }
  for (const effect of ['create', 'send'] satisfies Effect[]) {
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toBe('throw')
  }
})

test.each([45033, 41063, 41079, 41096])(
  'errcode %i proves that nothing happened: every effect is sent again',
  (errcode) => {
    for (const effect of ['read', 'write', 'create', 'send'] satisfies Effect[]) {
      expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toBeTypeOf('number')
    }
  },
)

test.each([
  [500, 500],
  [502, 500],
  [503, 500],
  [429, 500],
  [400, 'throw'],
  [404, 'throw'],
  [301, 'throw'],
])('HTTP %i on a read: %s', (status, next) => {
  expect(afterFailure(http(status), state())).toBe(next)
})

test('an abort and a wrong parameter are final', () => {
  expect(afterFailure(new WeComAbortError(endpoint, undefined, false), state())).toBe('throw')
  expect(afterFailure(new WeComValidationError(endpoint, []), state())).toBe('throw')
})

test('waits double up to `maxDelay`, and end at `limit`', () => {
  const waits = [1, 2, 3].map((attempt) => afterFailure(network, state({ attempt })))
  expect(waits).toEqual([500, 1000, 2000])
  expect(afterFailure(network, state({ attempt: 4 }))).toBe('throw')
  expect(afterFailure(network, state({ attempt: 9, retry: { limit: 10, minDelay: 500, maxDelay: 2000 } }))).toBe(2000)
})

test('waits are spread over the second half of the delay', () => {
  expect(afterFailure(network, state({ random: 0 }))).toBe(250)
  expect(afterFailure(network, state({ random: 0.5 }))).toBe(375)
})

test('Retry-After is used unchanged, and ends the call if it is longer than `maxDelay`', () => {
  expect(afterFailure(http(503, 7000), state({ random: 0 }))).toBe(7000)
  expect(afterFailure(http(503, 0), state())).toBe(0)
  expect(afterFailure(http(503, 30_001), state())).toBe('throw')
})
