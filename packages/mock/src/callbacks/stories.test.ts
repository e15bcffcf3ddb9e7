import { type CallbackHandlerOptions, createCallbackHandler } from '@wecom/callback'
import { corpToken, createClient } from '@wecom/core'
import { sendWelcomeMessage } from '@wecom/messages'
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { listenerOf, startReceiver } from '../server/fixtures/startReceiver.ts'
import { listen } from '../server/listen.ts'

// Stories in which events reach the callback handler of the SDK over HTTP on loopback.

const secrets = { token: 'storyToken7f3a', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' } as const
const pair = { userid: 'anna', external_userid: 'wm2' }
const corp = createFakeCorp({ state: providerCorp() })

beforeEach(() => {
  corp.reset()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: corp.clock.now() })
})
afterEach(() => {
  corp.callbacks.disconnect()
  vi.useRealTimers()
})

async function receive(options: Partial<CallbackHandlerOptions>): Promise<void> {
  const handle = createCallbackHandler({ ...secrets, receiveIds: [corp.corpId], on: {}, ...options })
  await corp.callbacks.connect({ ...secrets, url: await startReceiver(listenerOf(handle)) })
}

const results = (): string[][] => corp.deliveries.list().map(({ attempts }) => attempts.map(({ result }) => result))

test('what a member does reaches the handler, in the order in which it happened', async () => {
  const told: unknown[] = []
  await receive({ onEvent: (event, { agentId }) => told.push({ ...event, agentId }) })
  corp.people.memberEditsRemark({ ...pair, remark: '老王' })
  corp.people.memberDeletesCustomer(pair)
  expect(results()).toEqual([[], []])
  await corp.deliveries.settled()

  const both = { ToUserName: 'wwsmall', FromUserName: 'sys', MsgType: 'event', Event: 'change_external_contact' }
  const which = { UserID: 'anna', ExternalUserID: 'wm2', CreateTime: corp.clock.seconds(), agentId: '1000002' }
  expect(told).toEqual([
    { ...both, ChangeType: 'edit_external_contact', ...which },
    { ...both, ChangeType: 'del_external_contact', ...which },
  ])
  expect(results()).toEqual([['acknowledged'], ['acknowledged']])
})

test('a handler that fails twice: three attempts, the same message, and the work is done once', async () => {
  const book = vi.fn<() => void>()
  book.mockImplementationOnce(() => expect.fail('no database')).mockImplementationOnce(() => expect.fail('no database'))
  await receive({ on: { del_external_contact: book } })
  corp.people.memberDeletesCustomer(pair)
  const [delivery] = await corp.deliveries.settled()

  expect(delivery).toMatchObject({
    outcome: 'acknowledged',
    attempts: [{ status: 500 }, { status: 500 }, { status: 200 }],
  })
  expect(new Set(delivery?.attempts.map(({ nonce }) => nonce)).size).toBe(3)
  expect(book).toHaveBeenCalledTimes(3)
  expect(book.mock.results.filter(({ type }) => type === 'return')).toHaveLength(1)
})

test('a handler that never succeeds: WeCom gives up after three attempts, and the next event comes all the same', async () => {
  await receive({ on: { edit_external_contact: () => expect.fail('no database') } })
  corp.people.memberEditsRemark({ ...pair, remark: '老王' })
  corp.people.memberDeletesCustomer(pair)

  expect(await corp.deliveries.settled()).toMatchObject([{ outcome: 'failed' }, { outcome: 'acknowledged' }])
  expect(results()).toEqual([['status', 'status', 'status'], ['acknowledged']])
})

test('a slow handler is answered for before WeCom loses patience', async () => {
  const done = Promise.withResolvers<void>()
  const work = vi.fn<() => Promise<void>>(() => done.promise)
  await receive({ on: { del_external_contact: work } })
  corp.people.memberDeletesCustomer(pair)
  await vi.waitFor(() => expect(work).toHaveBeenCalled(), 20_000)
  await vi.advanceTimersByTimeAsync(4000)
  await corp.deliveries.settled()
  done.resolve()

  expect(results()).toEqual([['acknowledged']])
  expect(work).toHaveBeenCalledOnce()
})

test('a receiver that never answers is cut off after five seconds, three times', async () => {
  const arrived = vi.fn<RequestListener>()
  corp.callbacks.accept({ ...secrets, url: await startReceiver(arrived) })
  corp.people.memberDeletesCustomer(pair)
  for (const count of [1, 2, 3]) {
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(count), 20_000)
    await vi.advanceTimersByTimeAsync(5000)
  }

  expect(await corp.deliveries.settled()).toMatchObject([{ outcome: 'failed' }])
  expect(results()).toEqual([['timeout', 'timeout', 'timeout']])
})

test('duplicates: what was acknowledged comes once more, and is handled once', async () => {
  const book = vi.fn<() => void>()
  await receive({ on: { del_external_contact: book } })
  corp.deliveries.faults.add({ kind: 'duplicate' })
  corp.people.memberDeletesCustomer(pair)
  await corp.deliveries.settled()

  expect(results()).toEqual([['acknowledged', 'acknowledged']])
  expect(book).toHaveBeenCalledOnce()
})

test('duplicates at the same time: the second copy comes before the first is answered, and is handled once', async () => {
  const both = Promise.withResolvers<void>()
  const book = vi.fn<() => void>()
  const handle = createCallbackHandler({ ...secrets, receiveIds: ['wwsmall'], on: { del_external_contact: book } })
  const pass = listenerOf(handle)
  const arrived: (() => void)[] = []
  const url = await startReceiver((request, response) => {
    arrived.push(() => pass(request, response))
    if (arrived.length === 2) both.resolve()
  })
  corp.callbacks.accept({ ...secrets, url })
  corp.deliveries.faults.add({ kind: 'concurrent-duplicate' })
  corp.people.memberDeletesCustomer(pair)
  await both.promise
  for (const answer of arrived) answer()
  const [delivery] = await corp.deliveries.settled()

  expect(delivery).toMatchObject({ outcome: 'acknowledged', attempts: [{ status: 200 }, { status: 200 }] })
  expect(new Set(delivery?.attempts.map(({ nonce }) => nonce)).size).toBe(2)
  expect(book).toHaveBeenCalledOnce()
})

test('duplicates at the same time, both refused: one more try', async () => {
  await receive({ on: { del_external_contact: () => expect.fail('no database') } })
  corp.deliveries.faults.add({ kind: 'concurrent-duplicate' })
  corp.people.memberDeletesCustomer(pair)
  await corp.deliveries.settled()

  expect(results()).toEqual([['status', 'status', 'status']])
})

test('reordering: an event comes behind the next one, or as soon as nothing else is expected', async () => {
  const told: unknown[] = []
  await receive({ onEvent: ({ ChangeType }) => told.push(ChangeType) })
  corp.deliveries.faults.add({ kind: 'reorder' })
  corp.people.memberEditsRemark({ ...pair, remark: '老王' })
  corp.people.memberDeletesCustomer(pair)
  await corp.deliveries.settled()
  corp.deliveries.faults.add({ kind: 'reorder' })
  corp.people.customerAddsMember({ userid: 'ben' })
  await corp.deliveries.settled()

  expect(told).toEqual(['del_external_contact', 'edit_external_contact', 'add_external_contact'])
})

test.for([
  ['foreign-receive-id', 'receive-id'],
  ['broken-signature', 'signature'],
] as const)('%s: refused with 403', async ([fault, kind]) => {
  const onEvent = vi.fn<() => void>()
  const onError = vi.fn<(error: unknown) => void>()
  await receive({ onEvent, onError })
  corp.deliveries.faults.add({ kind: fault })
  corp.people.memberDeletesCustomer(pair)

  expect(await corp.deliveries.settled()).toMatchObject([
    { fault, outcome: 'failed', attempts: [{ status: 403 }, {}, {}] },
  ])
  expect(onEvent).not.toHaveBeenCalled()
  expect(onError.mock.lastCall?.[0]).toMatchObject({ kind })
})

test('an event that nobody knows yet comes through', async () => {
  const onEvent = vi.fn<(event: unknown) => void>()
  await receive({ onEvent })
  corp.events.add({ Event: 'change_external_moon', ChangeType: 'full', Phase: ']]>' })
  await corp.deliveries.settled()

  expect(onEvent.mock.lastCall?.[0]).toMatchObject({
    unknown: { Event: 'change_external_moon', ChangeType: 'full', Phase: ']]>' },
  })
})

test('a new customer is greeted within the deadline', async () => {
  const server = await listen(corp)
  onTestFinished(() => server.close())
  const client = createClient({
    baseUrl: server.url,
    token: corpToken({ corpId: corp.corpId, secret: 'secret-all' }),
    strict: true,
  })
  await receive({
    on: {
      add_external_contact: async ({ welcome }) => {
        if (!welcome || welcome.expiresAt < Date.now()) return
        await sendWelcomeMessage(client, { welcome_code: welcome.welcome_code, text: { content: '您好！' } })
      },
    },
  })
  corp.deliveries.faults.add({ kind: 'duplicate' })
  const { external_userid } = corp.people.customerAddsMember({ userid: 'ben' })
  await corp.deliveries.settled()

  expect(results()).toEqual([['acknowledged', 'acknowledged']])
  expect(corp.journal.list('sendWelcomeMessage')).toMatchObject([{ errcode: 0 }])
  expect(corp.welcomeCodes.wasUsed({ userid: 'ben', external_userid })).toBe(true)
})

test('every length of padding comes in turn', async () => {
  const receivedAll = vi.fn<() => void>()
  await receive({ onEvent: receivedAll })
  for (let count = 0; count < 32; count++) corp.people.memberEditsRemark({ ...pair, remark: `老王${count}` })
  const deliveries = await corp.deliveries.settled()

  const paddings = deliveries.map(({ message }) => 32 - ((20 + Buffer.byteLength(`${message}wwsmall`)) % 32))
  expect(new Set(paddings).size).toBe(32)
  expect(receivedAll).toHaveBeenCalledTimes(32)
})

test('a suite: its own events and those of the corp in its form, answered by success', async () => {
  const told: unknown[] = []
  const handle = createCallbackHandler({
    ...secrets,
    receiveIds: ['wwsuite', 'wwprovider'],
    on: {},
    onEvent: (event) => told.push(event),
  })
  await corp.callbacks.connect({ ...secrets, url: await startReceiver(listenerOf(handle)), suiteId: 'wwsuite' })
  const { suite_ticket } = corp.people.suiteTicketPushed({ suite_id: 'wwsuite' })
  corp.people.suiteTicketPushed({ suite_id: 'dksuite' })
  corp.people.memberDeletesCustomer(pair)
  await corp.deliveries.settled()

  const TimeStamp = corp.clock.seconds()
  expect(told).toEqual([
    { InfoType: 'suite_ticket', SuiteId: 'wwsuite', SuiteTicket: suite_ticket, TimeStamp },
    {
      SuiteId: 'wwsuite',
      AuthCorpId: 'wwsmall',
      InfoType: 'change_external_contact',
      ChangeType: 'del_external_contact',
      UserID: 'anna',
      ExternalUserID: 'wm2',
      TimeStamp,
    },
  ])
  expect(results()).toEqual([['acknowledged'], ['acknowledged']])
})

test('a suite has one second, and has to say success', async () => {
  const arrived = vi.fn<RequestListener>((_, response) => void response.end('ok')).mockImplementationOnce(() => {})
  corp.callbacks.accept({ ...secrets, url: await startReceiver(arrived), suiteId: 'wwsuite' })
  corp.people.suiteTicketPushed({ suite_id: 'wwsuite' })
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce(), 20_000)
  await vi.advanceTimersByTimeAsync(1000)

  expect(await corp.deliveries.settled()).toMatchObject([{ outcome: 'failed' }])
  expect(results()).toEqual([['timeout', 'not-success']])
})

test('an app hears of the members in its sight only, and of nothing after a disconnect', async () => {
  const { apps = [], ...rest } = providerCorp()
  const given = createFakeCorp({ state: { ...rest, apps: apps.toSorted((one) => (one.name === 'sales' ? -1 : 1)) } })
  given.callbacks.accept({ ...secrets, url: await startReceiver((_, response) => void response.end()) })
  given.people.customerAddsMember({ userid: 'dora' })
  given.people.customerAddsMember({ userid: 'ben' })
  expect(await given.deliveries.settled()).toMatchObject([{ event: { UserID: 'ben' } }])
  given.callbacks.disconnect()
  given.people.customerAddsMember({ userid: 'ben' })

  expect(given.deliveries.list()).toHaveLength(1)
  expect(given.callbacks.list()).toEqual([])
})

test('apps have a URL each, with a token and key of its own, and hear of the members in their sight', async () => {
  const told: unknown[] = []
  for (const [index, agentId] of [1_000_002, 1_000_003, 1_000_006].entries()) {
    const own = { token: `token${index}`, encodingAesKey: String(index).repeat(42) + 'A' }
    const handle = createCallbackHandler({
      ...own,
      receiveIds: ['wwsmall'],
      on: {},
      onEvent: (event, context) => told.push([agentId, context.agentId, 'UserID' in event && event.UserID]),
    })
    await corp.callbacks.connect({ ...own, agentId, url: await startReceiver(listenerOf(handle)) })
  }
  corp.people.customerAddsMember({ userid: 'ben' })
  corp.people.customerAddsMember({ userid: 'dora' })
  await corp.deliveries.settled()

  expect(told).toEqual([
    [1_000_002, '1000002', 'ben'],
    [1_000_003, '1000003', 'ben'],
    [1_000_006, '1000006', 'ben'],
    [1_000_002, '1000002', 'dora'],
    [1_000_006, '1000006', 'dora'],
  ])
  expect(corp.callbacks.list()).toMatchObject([{ agentId: 1_000_002 }, { agentId: 1_000_003 }, { agentId: 1_000_006 }])
})

test('the URL of the first app is one, whether it is named or not', () => {
  corp.callbacks.accept({ ...secrets, url: 'http://127.0.0.1:1/' })
  corp.callbacks.accept({ ...secrets, url: 'http://127.0.0.1:2/', agentId: 1_000_002 })

  expect(corp.callbacks.list()).toEqual([{ url: 'http://127.0.0.1:2/', agentId: 1_000_002 }])
  expect(() => corp.callbacks.accept({ ...secrets, url: 'http://127.0.0.1:1/', agentId: 1_000_005 })).toThrow(
    'WeCom sends the events of app 1000005 to its suite; use suiteId "wwsuite" instead of agentId',
  )
  const both = { agentId: 1_000_002, suiteId: 'wwsuite' }
  expect(() => corp.callbacks.accept({ ...secrets, url: 'http://127.0.0.1:1/', ...both })).toThrow('cannot be combined')
})

test('two apps greet the same new customer: the first one wins', async () => {
  const server = await listen(corp)
  onTestFinished(() => server.close())
  for (const [agentId, secret] of [
    [1_000_002, 'secret-all'],
    [1_000_003, 'secret-sales'],
  ] as const) {
    const client = createClient({ baseUrl: server.url, token: corpToken({ corpId: corp.corpId, secret }) })
    const on: CallbackHandlerOptions['on'] = {
      add_external_contact: async ({ welcome }) => {
        const { welcome_code = '' } = welcome ?? {}
        await sendWelcomeMessage(client, { welcome_code, text: { content: '您好！' } }).catch(() => {})
      },
    }
    const handle = createCallbackHandler({ ...secrets, receiveIds: [corp.corpId], on })
    await corp.callbacks.connect({ ...secrets, agentId, url: await startReceiver(listenerOf(handle)) })
  }
  corp.people.customerAddsMember({ userid: 'ben' })
  await corp.deliveries.settled()

  expect(corp.journal.list('sendWelcomeMessage')).toMatchObject([{ errcode: 0 }, { errcode: 41051 }])
})

test('a reset stops what is on its way, and leaves the URL', async () => {
  const arrived = vi.fn<RequestListener>()
  corp.callbacks.accept({ ...secrets, url: await startReceiver(arrived) })
  corp.deliveries.faults.add({ kind: 'reorder' })
  corp.people.memberEditsRemark({ ...pair, remark: '老王' })
  corp.people.memberDeletesCustomer(pair)
  const before = [...corp.deliveries.list()]
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce(), 20_000)
  corp.reset()

  expect(await corp.deliveries.settled()).toEqual([])
  expect(before).toMatchObject([
    { outcome: 'stopped', attempts: [] },
    { outcome: 'stopped', attempts: [{}] },
  ])
  expect(corp.callbacks.list()).toHaveLength(1)
})
