import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../client/types.ts'
import { createTestClient, type ScriptedAnswer, type TestClient } from '../testing/createTestClient.ts'
import { memorySuiteStore } from './memorySuiteStore.ts'
import { saveAuthorization } from './saveAuthorization.ts'
import { staticToken } from './staticToken.ts'
import { suiteHandlers } from './suiteHandlers.ts'
import type { SuiteStore } from './SuiteStore.ts'

const now = 1_735_689_661_000

beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  vi.useRealTimers()
})

const auth_code = 'a'.repeat(64)
const traded = {
  errcode: 0,
  errmsg: 'ok',
  permanent_code: 'p3rmanent',
  auth_corp_info: { corpid: 'ww1', corp_name: 'A' },
}
const codeEvent = { SuiteId: 'wx1', AuthCode: auth_code, TimeStamp: 200 }

function providerClient(answers: readonly ScriptedAnswer[]): { client: Client; sent: TestClient['sent'] } {
  return createTestClient(answers, { token: staticToken('suite-token', 'suite'), retry: false })
}

test('default: a ticket is kept for 30 minutes', async () => {
  const suiteStore = memorySuiteStore()
  const { suite_ticket } = suiteHandlers({ suiteStore, client: providerClient([]).client })
  await suite_ticket({ SuiteId: 'wx1', SuiteTicket: 'ticket', TimeStamp: 100 })
  await suite_ticket({ SuiteId: 'wx1', SuiteTicket: 'an earlier one', TimeStamp: 99 })
  // A timer would keep the process from ending.
  expect(vi.getTimerCount()).toBe(0)

  await vi.advanceTimersByTimeAsync(30 * 60_000 - 1)
  expect(await suiteStore.getTicket('wx1')).toBe('ticket')
  await vi.advanceTimersByTimeAsync(1)
  expect(await suiteStore.getTicket('wx1')).toBeUndefined()
})

test.each(['create_auth', 'reset_permanent_code'] as const)(
  'default: %s is traded, and the code kept',
  async (name) => {
    const suiteStore = memorySuiteStore()
    await suiteStore.setPermanentCode('wx1', 'ww1', 'the one before', 100)
    const { client, sent } = providerClient([traded])
    await suiteHandlers({ suiteStore, client })[name](codeEvent)

    expect(sent).toMatchObject([{ path: '/cgi-bin/service/v2/get_permanent_code', body: { auth_code } }])
    expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBe('p3rmanent')
  },
)

test('default: cancel_auth deletes the code, unless the corp has authorized again since', async () => {
  const suiteStore = memorySuiteStore()
  const { cancel_auth, create_auth } = suiteHandlers({ suiteStore, client: providerClient([traded]).client })
  await create_auth(codeEvent)
  await cancel_auth({ SuiteId: 'wx1', AuthCorpId: 'ww1', TimeStamp: 199 })
  expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBe('p3rmanent')
  await cancel_auth({ SuiteId: 'wx1', AuthCorpId: 'ww1', TimeStamp: 201 })
  expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBeUndefined()
})

test('saveAuthorization: the timestamp defaults to now, for redirects', async () => {
  const suiteStore = memorySuiteStore()
  const { client } = providerClient([traded])
  const { auth_corp_info } = await saveAuthorization(client, { suiteStore, suiteId: 'wx1', auth_code })

  expect(auth_corp_info).toEqual({ corpid: 'ww1', corp_name: 'A' })
  await suiteStore.deletePermanentCode('wx1', 'ww1', now / 1000 - 1)
  expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBe('p3rmanent')
  await suiteStore.deletePermanentCode('wx1', 'ww1', now / 1000 + 1)
  expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBeUndefined()
})

/**
 * Advances the clock by 60 seconds, and waits for the end of `work`. Returns `done` if `work` succeeded, or the error
 * if `work` failed.
 */
async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  const outcome = work.then(
    () => 'done',
    (error: unknown) => error,
  )
  await vi.advanceTimersByTimeAsync(60_000)
  return outcome
}

const hang = (): Promise<never> => new Promise(() => {})
const late = new Error('the suite store did not answer within 400 ms')

test.each<[string, () => Promise<never>, Error]>([
  ['fails', () => Promise.reject(new Error('redis is down')), new Error('redis is down')],
  ['hangs', hang, late],
])('error: a store that %s beforehand costs no auth_code', async (_how, read, error) => {
  const { client, sent } = providerClient([])
  const { create_auth } = suiteHandlers({ suiteStore: { ...memorySuiteStore(), getTicket: read }, client })

  expect(await outcomeOf(create_auth(codeEvent))).toEqual(error)
  expect(sent).toEqual([])
})

test('error: a store that fails after the exchange is tried five times, the auth_code exchanged once', async () => {
  const suiteStore = memorySuiteStore()
  const setPermanentCode = vi
    .fn<SuiteStore['setPermanentCode']>(suiteStore.setPermanentCode)
    .mockRejectedValueOnce(new Error('redis is down'))
    .mockImplementationOnce(hang)
    .mockRejectedValueOnce(new Error('redis is down'))
    .mockRejectedValueOnce(new Error('redis is down'))
  const { client, sent } = providerClient([traded])
  const { create_auth } = suiteHandlers({ suiteStore: { ...suiteStore, setPermanentCode }, client })

  expect(await outcomeOf(create_auth(codeEvent))).toBe('done')
  expect(sent).toHaveLength(1)
  expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBe('p3rmanent')
})

test('error: if all five attempts fail, the error does not hold the code', async () => {
  const setPermanentCode = vi.fn<SuiteStore['setPermanentCode']>().mockRejectedValue(new Error('redis is down'))
  const { client } = providerClient([traded])
  const { create_auth } = suiteHandlers({ suiteStore: { ...memorySuiteStore(), setPermanentCode }, client })

  expect(await outcomeOf(create_auth(codeEvent))).toEqual(new Error('redis is down'))
  expect(setPermanentCode).toHaveBeenCalledTimes(5)
})

test.each<[string, (handlers: ReturnType<typeof suiteHandlers>) => Promise<void>]>([
  ['suite_ticket', ({ suite_ticket }) => suite_ticket({ SuiteId: 'wx1', SuiteTicket: 'ticket', TimeStamp: 1 })],
  ['cancel_auth', ({ cancel_auth }) => cancel_auth({ SuiteId: 'wx1', AuthCorpId: 'ww1', TimeStamp: 1 })],
])('error: a store that hangs at %s is told after 400 ms', async (_name, handle) => {
  const suiteStore = { ...memorySuiteStore(), setTicket: hang, deletePermanentCode: hang }
  const failed = vi.fn<(error: unknown) => void>()
  void handle(suiteHandlers({ suiteStore, client: providerClient([]).client })).catch(failed)
  await vi.advanceTimersByTimeAsync(399)
  expect(failed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)

  expect(failed.mock.calls).toEqual([[late]])
  expect(vi.getTimerCount()).toBe(0)
})
