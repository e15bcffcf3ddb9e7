import { createClient, memorySuiteStore, staticToken, suiteHandlers } from '@wecom/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { delivery, settings } from '../fixtures/requests.ts'
import { toXml } from '../fixtures/toXml.ts'
import { createCallbackHandler } from './createCallbackHandler.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const AuthCode = 'a'.repeat(64)

test.each([
  ['suite_ticket', { SuiteTicket: 'ticket' }, 'setTicket'],
  ['create_auth', { AuthCode }, 'getTicket'],
  ['reset_permanent_code', { AuthCode }, 'getTicket'],
  ['cancel_auth', { AuthCorpId: 'ww1' }, 'deletePermanentCode'],
] as const)(
  'behavior: if the suite store hangs at %s, WeCom delivers the event again',
  async (name, fields, operation) => {
    const suiteStore = memorySuiteStore()
    const hanging = vi.fn<() => Promise<never>>(() => new Promise(() => undefined))
    const fetch = vi.fn<typeof globalThis.fetch>(() => expect.fail('nothing may be sent'))
    const client = createClient({ token: staticToken('suite-token', 'suite'), fetch })
    const errors: unknown[] = []
    const on = suiteHandlers({ suiteStore: { ...suiteStore, [operation]: hanging }, client })
    const handle = createCallbackHandler({ ...settings, on, onError: (error) => errors.push(error) })
    const message = toXml({ SuiteId: 'wx1', InfoType: name, TimeStamp: 1_735_689_661, ...fields })
    const response = handle(delivery(message))
    await vi.waitFor(() => expect(hanging).toHaveBeenCalledOnce(), 20_000)
    await vi.advanceTimersByTimeAsync(700)

    expect(await response).toHaveProperty('status', 500)
    expect(errors).toEqual([new Error('the suite store did not answer within 400 ms')])
    // The auth_code works once. It was not used.
    expect(fetch).not.toHaveBeenCalled()
  },
)

const slowTicket = async (): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  return 'ticket'
}

test('storeTimeout: with waitUntil, a slow suite store loses no authorization', async () => {
  const suiteStore = memorySuiteStore()
  const answer = { errcode: 0, errmsg: 'ok', permanent_code: 'code', auth_corp_info: { corpid: 'ww1' } }
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(answer))
  const client = createClient({ token: staticToken('suite-token', 'suite'), fetch })
  const on = suiteHandlers({ suiteStore: { ...suiteStore, getTicket: slowTicket }, client, storeTimeout: 10_000 })
  const works: Promise<unknown>[] = []
  const handle = createCallbackHandler({ ...settings, on, waitUntil: (work) => void works.push(work) })
  const message = toXml({ SuiteId: 'wx1', InfoType: 'create_auth', TimeStamp: 1_735_689_661, AuthCode })

  expect(await handle(delivery(message))).toHaveProperty('status', 200)
  await vi.advanceTimersByTimeAsync(4_000)
  await Promise.all(works)
  expect(await suiteStore.getPermanentCode('wx1', 'ww1')).toBe('code')
})
