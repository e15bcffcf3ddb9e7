import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientEvent } from '../events/ClientEvent.ts'
import { createTestClient, type ScriptedAnswer, type TestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { authorizedCorpToken } from './authorizedCorpToken.ts'
import { memorySuiteStore } from './memorySuiteStore.ts'
import type { SuiteStore } from './SuiteStore.ts'
import { suiteToken } from './suiteToken.ts'
import type { TokenSource } from './TokenSource.ts'

const ok = { errcode: 0, errmsg: 'ok', value: 1 }
const suiteAnswer = { suite_access_token: 'suite-token', expires_in: 7200 }
const corpAnswer = (access_token: string): object => ({ access_token, expires_in: 7200 })
const rejected = { errcode: 40014, errmsg: 'invalid access_token' }
const withdrawn = { errcode: 40084, errmsg: 'invalid permanent_code' }
const thirtyMinutes = 30 * 60_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

let suiteStore: SuiteStore
beforeEach(async () => {
  suiteStore = memorySuiteStore()
  await suiteStore.setTicket('wx1', 'ticket-1', 100, thirtyMinutes)
})

const suiteOf = (store = suiteStore): TokenSource =>
  suiteToken({ suiteId: 'wx1', suiteSecret: 's3cret', suiteStore: store })

/**
 * Creates a client of corp ww1. In the result, `call()` makes one call, and `calls()` lists the requests that the
 * client has sent, by the last part of the path, e.g. `get_suite_token`. `events` lists the events of the client.
 */
function corpClient(
  answers: readonly ScriptedAnswer[],
  { store = suiteStore, suiteId = 'wx1' }: { store?: SuiteStore; suiteId?: string } = {},
): { call: () => Promise<unknown>; calls: () => string[]; sent: TestClient['sent']; events: ClientEvent[] } {
  const events: ClientEvent[] = []
  const token = authorizedCorpToken({ corpId: 'ww1', suiteId, suite: suiteOf(), suiteStore: store })
  const { client, sent } = createTestClient(answers, { token, retry: false, onEvent: (event) => events.push(event) })
  return {
    call: () => client.request(sampleEndpoint('read'), { id: 'a' }),
    calls: () => sent.map(({ path }) => path.split('/').at(-1) ?? ''),
    sent,
    events,
  }
}

/** Creates a suite store that calls `read` for every read. `read` must reject or never settle. */
const brokenStore = (read: () => Promise<never>): SuiteStore => ({
  ...memorySuiteStore(),
  getTicket: read,
  getPermanentCode: read,
})

test('suiteToken: reads the newest ticket each time that it requests a token', async () => {
  const { client, sent } = createTestClient(
    [suiteAnswer, { errcode: 42009, errmsg: 'suite_access_token expired' }, suiteAnswer, ok],
    { token: suiteOf() },
  )
  const call = client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })
  await suiteStore.setTicket('wx1', 'ticket-2', 200, thirtyMinutes)
  await call

  expect([sent[0]?.body, sent[2]?.body]).toMatchObject([{ suite_ticket: 'ticket-2' }, { suite_ticket: 'ticket-2' }])
})

test('suiteToken: without a ticket it sends nothing, and the error says what to do', async () => {
  await vi.advanceTimersByTimeAsync(thirtyMinutes)
  const { client, sent } = createTestClient([], { token: suiteOf() })

  await expect(client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })).rejects.toMatchObject({
    kind: 'validation',
    ambiguous: false,
    endpoint: 'getSuiteAccessToken',
    message: expect.stringMatching(
      /suite_ticket: the suite store has no ticket of suite wx1, or did not answer.* instruction URL .* you can push one at once/,
    ),
  })
  expect(sent).toEqual([])
})

test('suiteToken: onEvent is told that the suite store failed', async () => {
  const onEvent = vi.fn<(event: ClientEvent) => void>()
  const store = brokenStore(() => Promise.reject(new TypeError('redis is down')))
  const { client } = createTestClient([], { token: suiteOf(store), onEvent })

  await expect(client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })).rejects.toMatchObject({
    kind: 'validation',
  })
  expect(onEvent.mock.calls).toMatchObject([[{ type: 'store-failure', operation: 'get', errorName: 'TypeError' }]])
})

test('authorizedCorpToken: reads the permanent code once, on first use', async () => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  const read = vi.spyOn(suiteStore, 'getPermanentCode')
  const { call, sent, calls } = corpClient([suiteAnswer, corpAnswer('corp-token'), ok, ok, ok])
  expect(read).not.toHaveBeenCalled()
  await Promise.all([call(), call()])
  await call()

  expect(calls()).toEqual(['get_suite_token', 'get_corp_token', 'sample', 'sample', 'sample'])
  expect(sent[1]?.body).toEqual({ auth_corpid: 'ww1', permanent_code: 'p3rmanent' })
  // Both first calls have read it.
  expect(read).toHaveBeenCalledTimes(2)
})

test('authorizedCorpToken: requests tokens of a template as the apps of a corp do', async () => {
  await suiteStore.setPermanentCode('dk1', 'ww1', 'p3rmanent', 100)
  const { call, sent, calls } = corpClient([corpAnswer('corp-token'), ok], { suiteId: 'dk1' })
  await call()

  expect(calls()).toEqual(['gettoken', 'sample'])
  expect(sent[0]?.query).toEqual({ corpid: 'ww1', corpsecret: 'p3rmanent' })
})

test.each([
  [40082, 'invalid suite_token'],
  [42009, 'suite_access_token expired'],
])('authorizedCorpToken: %d, another suite token is fetched, and the corp token with it', async (errcode, errmsg) => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  const renewed = { suite_access_token: 'suite-token-2', expires_in: 7200 }
  const { call, sent, calls } = corpClient([suiteAnswer, { errcode, errmsg }, renewed, corpAnswer('corp-token'), ok])
  await call()

  expect(calls()).toEqual(['get_suite_token', 'get_corp_token', 'get_suite_token', 'get_corp_token', 'sample'])
  expect(sent[3]?.query).toEqual({ suite_access_token: 'suite-token-2' })
})

test('authorizedCorpToken: sends nothing for a corp that has not authorized, which may do so later', async () => {
  const { call, calls, events } = corpClient([suiteAnswer, corpAnswer('corp-token'), ok])
  await expect(call()).rejects.toMatchObject({
    kind: 'validation',
    ambiguous: false,
    endpoint: 'getCorpAccessToken',
    message: expect.stringContaining(
      'permanent_code: the suite store has no code: corp ww1 has not authorized suite wx1, or has withdrawn it',
    ),
  })
  expect([calls(), events]).toEqual([[], []])

  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  await call()
  expect(calls()).toEqual(['get_suite_token', 'get_corp_token', 'sample'])
})

test('authorizedCorpToken: after cancel_auth a rejected token is the last request', async () => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  const { call, calls } = corpClient([suiteAnswer, corpAnswer('corp-token'), ok, rejected])
  await call()
  await suiteStore.deletePermanentCode('wx1', 'ww1', 200)
  await expect(call()).rejects.toMatchObject({ kind: 'validation' })
  await expect(call()).rejects.toMatchObject({ kind: 'validation' })

  expect(calls()).toEqual(['get_suite_token', 'get_corp_token', 'sample', 'sample'])
})

test('authorizedCorpToken: sends a refused code once an hour, and uses another one at once', async () => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'old', 100)
  const { call, calls, sent } = corpClient([suiteAnswer, withdrawn, corpAnswer('corp-token'), ok])
  await expect(call()).rejects.toMatchObject({ errcode: 40084, endpoint: 'getCorpAccessToken' })
  await expect(call()).rejects.toMatchObject({ errcode: 40084 })
  expect(calls()).toEqual(['get_suite_token', 'get_corp_token'])

  await suiteStore.setPermanentCode('wx1', 'ww1', 'new', 200)
  await call()
  expect(calls().slice(2)).toEqual(['get_corp_token', 'sample'])
  expect(sent[2]?.body).toEqual({ auth_corpid: 'ww1', permanent_code: 'new' })
})

test('authorizedCorpToken: after reset_permanent_code a call whose token is rejected continues with the new code', async () => {
  await suiteStore.setPermanentCode('dk1', 'ww1', 'old', 100)
  const { call, sent } = corpClient([corpAnswer('t1'), ok, rejected, corpAnswer('t2'), ok], { suiteId: 'dk1' })
  await call()
  await suiteStore.setPermanentCode('dk1', 'ww1', 'new', 200)
  await call()

  expect(sent[3]?.query).toEqual({ corpid: 'ww1', corpsecret: 'new' })
  expect(sent[4]?.token).toBe('t2')
})

test('authorizedCorpToken: reads the store once after a rejected token, and not after a network failure', async () => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  const read = vi.spyOn(suiteStore, 'getPermanentCode')
  const lost = new TypeError('fetch failed')
  const { call } = corpClient([suiteAnswer, corpAnswer('t1'), rejected, lost, corpAnswer('t2'), ok, ok])
  await expect(call()).rejects.toMatchObject({ kind: 'network' })
  await call()
  await call()

  expect(read).toHaveBeenCalledTimes(2)
})

test('authorizedCorpToken: throws errcodes that do not refuse the code unchanged', async () => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  const { call } = corpClient([suiteAnswer, { errcode: 60020, errmsg: 'not allow to access from your ip' }])

  await expect(call()).rejects.toMatchObject({ errcode: 60020, endpoint: 'getCorpAccessToken' })
})

test.each<[string, () => Promise<never>, string]>([
  ['fails', () => Promise.reject(new TypeError('redis is down, p3rmanent')), 'TypeError'],
  ['hangs', () => new Promise(() => {}), 'TimeoutError'],
])('error: a suite store that %s ends the call in time, and onEvent is told', async (_how, read, errorName) => {
  const { call, sent, events } = corpClient([], { store: brokenStore(read) })
  const failed = vi.fn<(error: unknown) => void>()
  const done = call().catch(failed)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(failed).toHaveBeenCalledTimes(errorName === 'TypeError' ? 1 : 0)
  await vi.advanceTimersByTimeAsync(1)
  await done

  const message = expect.stringContaining('the suite store did not return the code of corp ww1 for suite wx1')
  expect(failed.mock.calls).toEqual([[expect.objectContaining({ kind: 'validation', message })]])
  expect(events).toMatchObject([{ type: 'store-failure', operation: 'get', errorName }])
  expect(JSON.stringify([events, failed.mock.calls])).not.toContain('p3rmanent')
  expect(sent).toEqual([])
})

test('error: if the suite store fails later, known codes still work', async () => {
  await suiteStore.setPermanentCode('wx1', 'ww1', 'p3rmanent', 100)
  const { call, calls } = corpClient([suiteAnswer, corpAnswer('t1'), ok, rejected, corpAnswer('t2'), ok])
  await call()
  vi.spyOn(suiteStore, 'getPermanentCode').mockRejectedValue(new Error('redis is down'))
  await call()

  expect(calls().slice(3)).toEqual(['sample', 'get_corp_token', 'sample'])
})

test('error: an invalid storeTimeout is refused when the source is created', () => {
  const options = { corpId: 'ww1', suiteId: 'wx1', suite: suiteOf(), suiteStore }

  expect(() => authorizedCorpToken({ ...options, storeTimeout: NaN })).toThrow(
    'storeTimeout must be a positive integer, got NaN',
  )
})
