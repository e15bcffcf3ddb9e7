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
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toEqual({ do: 'refresh' })
  }
  expect(afterFailure(api(errcode), state({ refreshable: false }))).toEqual({ do: 'throw' })
  expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint('read', { token: 'none' }) }))).toEqual({
    do: 'throw',
  })
})

test.each([40001, 40013, 45009, 48002, 60020, 84061, 40058])('errcode %i is final', (errcode) => {
  expect(afterFailure(api(errcode), state())).toEqual({ do: 'throw' })
})

test.each([-1, 6000, 45035, 81026])('errcode %i passes: reads and writes wait', (errcode) => {
  for (const effect of ['read', 'write'] satisfies Effect[]) {
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toMatchObject({ do: 'wait' })
  }
  for (const effect of ['create', 'send'] satisfies Effect[]) {
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toEqual({ do: 'throw' })
  }
})

test.each([45033, 41063, 41079, 41096])('errcode %i proves that nothing happened: every effect waits', (errcode) => {
  for (const effect of ['read', 'write', 'create', 'send'] satisfies Effect[]) {
    expect(afterFailure(api(errcode), state({ endpoint: sampleEndpoint(effect) }))).toMatchObject({ do: 'wait' })
  }
})

test.each([
  [500, 'wait'],
  [502, 'wait'],
  [503, 'wait'],
  [429, 'wait'],
  [400, 'throw'],
  [404, 'throw'],
  [301, 'throw'],
])('HTTP %i on a read: %s', (status, next) => {
  expect(afterFailure(http(status), state()).do).toBe(next)
})

test('an abort and a parameter that does not fit are final', () => {
  expect(afterFailure(new WeComAbortError(endpoint, undefined, false), state())).toEqual({ do: 'throw' })
  expect(afterFailure(new WeComValidationError(endpoint, []), state())).toEqual({ do: 'throw' })
})

test('waits double, up to the longest, and no further than the limit', () => {
  const waits = [1, 2, 3].map((attempt) => afterFailure(network, state({ attempt })))
  expect(waits).toEqual([500, 1000, 2000].map((milliseconds) => ({ do: 'wait', milliseconds })))
  expect(afterFailure(network, state({ attempt: 4 }))).toEqual({ do: 'throw' })
  expect(afterFailure(network, state({ attempt: 9, retry: { limit: 10, minDelay: 500, maxDelay: 2000 } }))).toEqual({
    do: 'wait',
    milliseconds: 2000,
  })
})

test('waits are spread over their second half', () => {
  expect(afterFailure(network, state({ random: 0 }))).toEqual({ do: 'wait', milliseconds: 250 })
  expect(afterFailure(network, state({ random: 0.5 }))).toEqual({ do: 'wait', milliseconds: 375 })
})

test('Retry-After is obeyed as it stands, and ends the call where it asks for too much', () => {
  expect(afterFailure(http(503, 7000), state({ random: 0 }))).toEqual({ do: 'wait', milliseconds: 7000 })
  expect(afterFailure(http(503, 0), state())).toEqual({ do: 'wait', milliseconds: 0 })
  expect(afterFailure(http(503, 30_001), state())).toEqual({ do: 'throw' })
})
