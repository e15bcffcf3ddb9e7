import { getContactEndpoint, listContactIdsEndpoint } from '@wecom/contacts'
import { createTestClient, type ScriptedAnswer } from '@wecom/core/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { get, type Member } from './fixtures/createTestProxy.ts'
import type { FetchHandler, ProxyOptions } from './ProxyOptions.ts'

const printed = vi.fn<typeof console.error>()
const broken = new Error('broken')
const hour = 3_600_000
const ids = { errcode: 0, errmsg: 'ok', external_userid: ['wm1'] }

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(printed)
  // The module remembers what was logged, for the whole process.
  vi.resetModules()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  printed.mockClear()
})

async function createProxy(
  answers: readonly ScriptedAnswer[],
  options: Partial<ProxyOptions<Member>> = {},
): Promise<FetchHandler> {
  const { createProxy: create } = await import('./createProxy.ts')
  return create({
    client: createTestClient(answers, { retry: false }).client,
    endpoints: [getContactEndpoint, listContactIdsEndpoint],
    authenticate: () => ({ userid: 'anna' }),
    authorize: () => true,
    prefix: '/wecom',
    ...options,
  })
}

const list = (): Request => get('externalcontact/list?userid=anna')

test('default: without onEvent a call that failed is logged each time: a refusal by WeCom in a line, all else with its error', async () => {
  const unknown = { errcode: 84061, errmsg: 'not external contact' }
  const proxy = await createProxy([unknown, unknown, new TypeError('fetch failed')])
  for (let count = 0; count < 3; count++) await proxy(get('externalcontact/get?external_userid=wm1'))

  expect(printed.mock.calls).toEqual([
    ['@wecom/proxy: getContact failed: 84061 not external contact'],
    ['@wecom/proxy: getContact failed: 84061 not external contact'],
    ['@wecom/proxy: getContact failed, the caller got status 502:', expect.objectContaining({ kind: 'network' })],
  ])
})

test.each<[string, Partial<ProxyOptions<Member>>, unknown[]]>([
  ['throws', { authorize: () => Promise.reject(broken) }, ['@wecom/proxy: listContactIds: authorize_failed', broken]],
  ['takes too long', { authorize: () => new Promise(() => {}) }, ['@wecom/proxy: listContactIds: authorize_timeout']],
  [
    'makes parameters unfit',
    { authorize: () => ({ userid: '' }) },
    ['@wecom/proxy: listContactIds: narrowed_params', 'userid must not be empty'],
  ],
])('default: without onEvent an authorize that %s is logged each time', async (_how, options, line) => {
  const proxy = await createProxy([], options)
  for (let count = 0; count < 2; count++) {
    const answering = proxy(list())
    await vi.advanceTimersByTimeAsync(5000)
    await answering
  }

  expect(printed.mock.calls).toEqual([line, line])
})

test('default: without onEvent an authenticate that fails is logged once an hour', async () => {
  const authenticate = vi.fn<() => Promise<Member>>(() => Promise.reject(broken))
  const proxy = await createProxy([], { authenticate })
  await vi.advanceTimersByTimeAsync(hour / 2)
  for (let count = 0; count < 100; count++) expect((await proxy(list())).status).toBe(401)
  const line = ['@wecom/proxy: authenticate_failed (logged once an hour)', broken]
  expect(printed.mock.calls).toEqual([line])

  await vi.advanceTimersByTimeAsync(hour)
  await proxy(list())
  expect(printed.mock.calls).toEqual([
    line,
    ['@wecom/proxy: authenticate_failed (logged once an hour; 99 more since the last such line)', broken],
  ])
  authenticate.mockReturnValue(new Promise(() => {}))
  const answering = proxy(list())
  await vi.advanceTimersByTimeAsync(5000)
  expect((await answering).status).toBe(503)
  expect(printed).toHaveBeenLastCalledWith('@wecom/proxy: authenticate_timeout (logged once an hour)')
})

test('default: without onEvent answers, refusals that say why, and callers who hang up are not logged', async () => {
  const controller = new AbortController()
  const hangUp = (): Promise<Response> => {
    controller.abort()
    return Promise.reject(controller.signal.reason)
  }
  const proxy = await createProxy([ids, hangUp], { authorize: ({ params }) => params['userid'] !== 'ben' })
  const statuses: number[] = []
  for (const request of [
    list(),
    new Request(list(), { signal: controller.signal }),
    get('externalcontact/list?userid=ben'),
    get('externalcontact/list?userid=anna&all=1'),
    get('externalcontact/nothing'),
  ]) {
    statuses.push((await proxy(request)).status)
  }

  expect(statuses).toEqual([200, 499, 403, 200, 404])
  expect(printed).not.toHaveBeenCalled()
})

test('behavior: with onEvent nothing is logged', async () => {
  const onEvent = vi.fn<() => void>()
  const proxy = await createProxy([], { authorize: () => Promise.reject(broken), onEvent })
  await proxy(list())

  expect(onEvent).toHaveBeenCalledOnce()
  expect(printed).not.toHaveBeenCalled()
})

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('the log is full')
    },
  ],
  ['rejects at once', () => Promise.reject(new Error('the log is full'))],
  [
    'rejects later',
    async () => {
      await Promise.resolve()
      throw new Error('the log is full')
    },
  ],
])('error: an onEvent that %s changes no answer, and no failure is lost', async (_how, onEvent) => {
  const proxy = await createProxy([ids, ids, new TypeError('fetch failed')], { onEvent })
  const statuses: number[] = []
  for (let count = 0; count < 3; count++) statuses.push((await proxy(list())).status)
  await vi.waitFor(() => expect(printed).toHaveBeenCalledTimes(2), 20_000)

  expect(statuses).toEqual([200, 200, 502])
  expect(printed.mock.calls).toEqual([
    ['@wecom/proxy: onEvent failed (logged once an hour)', new Error('the log is full')],
    ['@wecom/proxy: listContactIds failed, the caller got status 502:', expect.objectContaining({ kind: 'network' })],
  ])
})
