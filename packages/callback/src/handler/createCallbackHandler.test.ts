import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from 'vitest'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { AcquisitionDelFollowUserEvent } from '../events/acquisitionEvents.ts'
import type { AddExternalContactEvent, DelFollowUserEvent } from '../events/contactEvents.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { altered, delivery, settings, verification } from '../fixtures/requests.ts'
import { toXml } from '../fixtures/toXml.ts'
import { badVectors, goodVectors } from '../fixtures/vectors.ts'
import type { CallbackHandlerOptions, EventHandler } from './CallbackHandlerOptions.ts'
import { createCallbackHandler } from './createCallbackHandler.ts'

type Handler = EventHandler<CallbackEvent>

const start = 1_735_689_661_000

beforeEach(() => {
  vi.useFakeTimers({ now: start })
})
afterEach(() => {
  vi.useRealTimers()
})

const added = toXml({
  ToUserName: 'ww0123456789abcdef',
  CreateTime: start / 1000,
  Event: 'change_external_contact',
  ChangeType: 'add_external_contact',
  UserID: 'lisi',
  ExternalUserID: 'wm1',
  ChatId: 'wr1',
})
const deleted = added.replace('add_external_contact', 'del_external_contact')
const chatCreated = added.replace('external_contact', 'external_chat').replace('add_external_contact', 'create')
const ticket = toXml({ SuiteId: 'ww1', InfoType: 'suite_ticket', TimeStamp: start / 1000, SuiteTicket: 'ticket' })
const addedInSuite = toXml({
  SuiteId: 'wwsuite',
  AuthCorpId: 'ww0123456789abcdef',
  InfoType: 'change_external_contact',
  TimeStamp: start / 1000,
  ChangeType: 'add_external_contact',
  ExternalUserID: 'wm1',
})
const jobFinished = toXml({ MsgType: 'event', Event: 'upload_media_job_finish', JobId: 'jobid' })
const unknownInSuite = toXml({ InfoType: 'unlicensed_notify' })
const unknown = toXml({ Event: 'change_contact', ChangeType: 'create_user' })

/** Creates a callback handler, and a list of the errors that the callback handler passes to `onError`. */
function createHandler(options: Partial<CallbackHandlerOptions> = {}): {
  readonly handle: (request: Request) => Promise<Response>
  readonly errors: unknown[]
} {
  const errors: unknown[] = []
  const handle = createCallbackHandler({
    ...settings,
    on: {},
    onError: (error) => errors.push(error),
    ...options,
  })
  return { handle, errors }
}

async function read(response: Response): Promise<{ status: number; body: string }> {
  return { status: response.status, body: await response.text() }
}

/**
 * Creates an event handler (`onEvent`) that works until the test calls `finish` or `fail`. The promise `begun` resolves
 * when the callback handler has called the event handler.
 */
function slowHandler(): {
  readonly onEvent: Handler
  readonly begun: Promise<void>
  readonly finish: () => void
  readonly fail: (error: Error) => void
} {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: work, resolve: finish, reject: fail } = Promise.withResolvers<void>()
  const onEvent = (): Promise<void> => {
    begin()
    return work
  }
  return { onEvent, begun, finish, fail }
}

test('GET: answers a verification with the bare text', async () => {
  const { handle } = createHandler()
  const response = await handle(verification('7384910265538201947'))

  expect(response.headers.get('content-type')).toMatch(/^text\/plain\b/)
  expect(await read(response)).toEqual({ status: 200, body: '7384910265538201947' })
})

test('GET: a plus sign that was not percent-encoded', async () => {
  const [vector = expect.fail('no vector')] = goodVectors
  const { encrypt, signature, timestamp, nonce, receiveId, message } = vector
  const { handle } = createHandler({ ...vector, receiveIds: [receiveId] })
  const query = `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`

  expect(encrypt).toContain('+')
  for (const echostr of [encrypt, encodeURIComponent(encrypt)]) {
    const response = await handle(new Request(`https://crm.example.com/?${query}&echostr=${echostr}`))
    expect(await read(response)).toEqual({ status: 200, body: message })
  }
})

test('GET: refuses wrong signatures and other receive ids', async () => {
  const { handle, errors } = createHandler()
  const requests = [
    new Request('https://crm.example.com/'),
    verification('1', { token: 'another' }),
    verification('1', { receiveId: 'ww1' }),
  ]
  for (const request of requests) expect(await read(await handle(request))).toEqual({ status: 403, body: '' })

  expect(errors).toMatchObject([{ kind: 'query' }, { kind: 'signature' }, { kind: 'receive-id' }])
})

test.each([
  ['XML', ticket],
  ['XML behind a blank', ` ${ticket}`],
  ['JSON', '{"InfoType":"create_auth","AuthCode":"code"}'],
])('GET: does not read out a delivery that was recorded: %s', async (_what, message) => {
  const { handle, errors } = createHandler()
  const recorded = verification(message)

  expect(await read(await handle(recorded))).toEqual({ status: 403, body: '' })
  expect(errors).toMatchObject([{ kind: 'verification' }])
})

test('POST: calls the handler and answers with an empty body', async () => {
  const onAdded = vi.fn<Handler>()
  const { handle } = createHandler({ on: { add_external_contact: onAdded } })

  expect(await read(await handle(delivery(added)))).toEqual({ status: 200, body: '' })
  expect(onAdded.mock.calls).toEqual([
    [
      expect.objectContaining({ UserID: 'lisi', CreateTime: start / 1000 }),
      { receiveId: 'ww0123456789abcdef', agentId: '1000002', message: added },
    ],
  ])
})

test('POST: answers events of a suite with success', async () => {
  const onTicket = vi.fn<Handler>()
  const { handle } = createHandler({ on: { suite_ticket: onTicket } })

  for (const message of [ticket, addedInSuite, unknownInSuite]) {
    expect(await read(await handle(delivery(message)))).toEqual({ status: 200, body: 'success' })
  }
  expect(onTicket).toHaveBeenCalledOnce()
})

test('POST: reads JSON as well', async () => {
  const onEvent = vi.fn<Handler>()
  const vector = goodVectors.find(({ id }) => id === 'empty-receiveid-json-plaintext') ?? expect.fail('no vector')
  const { handle } = createHandler({ ...vector, receiveIds: [''], onEvent })
  const { signature, timestamp, nonce, body = '' } = vector
  const query = `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`

  expect(await handle(altered(new Request('https://crm.example.com/'), { query, body }))).toHaveProperty('status', 200)
  expect(onEvent.mock.lastCall?.[0]).toEqual({ unknown: { hello: 'vector', n: 1, pad: 'xxxxxxxxxx' } })
})

test('the handler of a ChangeType takes precedence over its family, and onEvent is last', async () => {
  const called: string[] = []
  const { handle } = createHandler({
    on: {
      add_external_contact: () => called.push('add_external_contact'),
      change_external_contact: ({ ChangeType }) => called.push(`change_external_contact ${ChangeType}`),
    },
    onEvent: (event) =>
      called.push(`onEvent ${'unknown' in event ? String(event.unknown['Event']) : event.ChangeType}`),
  })
  for (const message of [added, deleted, chatCreated, unknown]) await handle(delivery(message))

  expect(called).toEqual([
    'add_external_contact',
    'change_external_contact del_external_contact',
    'onEvent create',
    'onEvent change_contact',
  ])
})

test('handlers may be methods of a class', async () => {
  class Handlers {
    readonly seen: unknown[] = []

    async add_external_contact(event: CallbackEvent): Promise<void> {
      this.seen.push(event.ChangeType)
    }
  }
  const on = new Handlers()
  const { handle, errors } = createHandler({ on })
  await handle(delivery(added))
  // An event that has the name of a method of every object.
  await handle(delivery(added.replace('add_external_contact', 'toString')))

  expect(on.seen).toEqual(['add_external_contact'])
  expect(errors).toEqual([])
})

test('a key of family and ChangeType takes precedence, and is for that family only', async () => {
  const called: string[] = []
  const { handle } = createHandler({
    on: {
      'change_external_chat.create': (event) => called.push(`chat ${event.ChatId}`),
      'change_external_contact.add_external_contact': (event) => called.push(`added ${event.ExternalUserID}`),
      add_external_contact: () => called.push('add_external_contact'),
      create: (event) => called.push(`create of ${event.Event}`),
      change_external_chat: () => called.push('change_external_chat'),
    },
  })
  const tagCreated = chatCreated.replace('external_chat', 'external_tag')
  for (const message of [chatCreated, tagCreated, added, addedInSuite]) await handle(delivery(message))

  expect(called).toEqual(['chat wr1', 'create of change_external_tag', 'added wm1', 'added wm1'])
})

test('an event without a ChangeType goes to the handler of its name', async () => {
  const onFinish = vi.fn<Handler>()
  const { handle } = createHandler({ on: { upload_media_job_finish: onFinish } })

  expect(await read(await handle(delivery(jobFinished)))).toEqual({ status: 200, body: '' })
  expect(onFinish.mock.calls).toMatchObject([[{ Event: 'upload_media_job_finish', JobId: 'jobid' }, {}]])
})

test('a new ChangeType of a known family goes to onEvent', async () => {
  const onFamily = vi.fn<Handler>()
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ on: { change_external_contact: onFamily }, onEvent })
  await handle(delivery(added.replace('add_external_contact', 'added_later')))

  expect(onFamily).not.toHaveBeenCalled()
  expect(onEvent).toHaveBeenCalledOnce()
})

test('types: a handler gets the event of its name', () => {
  createHandler({
    on: {
      add_external_contact: (event) => expectTypeOf(event).toEqualTypeOf<AddExternalContactEvent>(),
      'change_external_contact.add_external_contact': (event) =>
        expectTypeOf(event).toEqualTypeOf<AddExternalContactEvent>(),
      'customer_acquisition.del_follow_user': (event) =>
        expectTypeOf(event).toEqualTypeOf<AcquisitionDelFollowUserEvent>(),
      del_follow_user: (event) =>
        expectTypeOf(event).toEqualTypeOf<DelFollowUserEvent | AcquisitionDelFollowUserEvent>(),
    },
  })
  // @ts-expect-error no event has this name
  createHandler({ on: { add_contact: () => {} } })
  // @ts-expect-error neither has another family
  createHandler({ on: { 'change_external_tag.dismiss': () => {} } })
  expect(true).toBe(true)
})

test('an event without a handler is acknowledged', async () => {
  const { handle, errors } = createHandler()
  expect(await read(await handle(delivery(added)))).toEqual({ status: 200, body: '' })
  expect(errors).toEqual([])
})

test('de-duplication: repeated deliveries, each under its own nonce, are handled once', async () => {
  const onAdded = vi.fn<Handler>()
  const { handle } = createHandler({ on: { add_external_contact: onAdded } })
  for (let round = 0; round < 3; round++) {
    expect(await handle(delivery(added))).toHaveProperty('status', 200)
    await vi.advanceTimersByTimeAsync(5_000)
  }
  expect(onAdded).toHaveBeenCalledOnce()
})

test('de-duplication: deliveries at the same time are handled once', async () => {
  const onAdded = vi.fn<Handler>()
  const { handle } = createHandler({ on: { add_external_contact: onAdded } })
  const requests = Array.from({ length: 10 }, () => delivery(added))
  await Promise.all(requests.map(handle))

  expect(onAdded).toHaveBeenCalledOnce()
})

test('de-duplication: the same message for two receive ids is two events', async () => {
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ receiveIds: ['ww1', 'ww2'], onEvent })
  for (const receiveId of ['ww1', 'ww2', 'ww1']) await handle(delivery(added, { receiveId }))

  expect(onEvent.mock.calls.map(([, context]) => context.receiveId)).toEqual(['ww1', 'ww2'])
})

test('de-duplication: different events of one second are all handled', async () => {
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ onEvent })
  for (const message of [added, added.replace('wm1', 'wm2'), deleted]) await handle(delivery(message))

  expect(onEvent).toHaveBeenCalledTimes(3)
})

test('de-duplication: ends after dedupeTtl', async () => {
  const onAdded = vi.fn<Handler>()
  const { handle } = createHandler({ on: { add_external_contact: onAdded }, dedupeTtl: 60_000 })
  await handle(delivery(added))
  await vi.advanceTimersByTimeAsync(60_000)
  await handle(delivery(added))

  expect(onAdded).toHaveBeenCalledTimes(2)
})

test('de-duplication: lasts as long as the same request would be accepted', async () => {
  const hour = 60 * 60_000
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ onEvent, maxAge: hour })
  const request = delivery(added, { timestamp: String((start + hour) / 1000) })
  await handle(request.clone())
  await vi.advanceTimersByTimeAsync(2 * hour - 1)

  expect(await handle(request)).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('de-duplication: processes that share a store share the work, apps with other tokens do not', async () => {
  const onAdded = vi.fn<Handler>()
  const options = { on: { add_external_contact: onAdded }, dedupe: memoryDedupeStore() }
  const [one, two] = [createHandler(options), createHandler(options)]
  const otherApp = createHandler({ ...options, token: 'another' })
  await one.handle(delivery(added))
  await two.handle(delivery(added))
  expect(onAdded).toHaveBeenCalledTimes(1)

  await otherApp.handle(delivery(added, { token: 'another' }))
  expect(onAdded).toHaveBeenCalledTimes(2)
})

test('de-duplication: the store sees hashes only', async () => {
  const keys: string[] = []
  const memory = memoryDedupeStore()
  const dedupe: DedupeStore = {
    ...memory,
    add: (key, ttl) => {
      keys.push(`${key} ${ttl}`)
      return memory.add(key, ttl)
    },
  }
  const { handle } = createHandler({ dedupe, onEvent: () => {} })
  await handle(delivery(added))

  expect(keys).toEqual([expect.stringMatching(/^wecom:callback:[0-9a-f]{64} 600000$/)])
})

test('a handler that fails: reported, delivered again, handled again', async () => {
  const broken = new Error('database is down')
  const onAdded = vi.fn<Handler>().mockRejectedValueOnce(broken)
  const { handle, errors } = createHandler({ on: { add_external_contact: onAdded } })

  expect(await read(await handle(delivery(added)))).toEqual({ status: 500, body: '' })
  expect(errors).toEqual([broken])
  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onAdded).toHaveBeenCalledTimes(2)
})

test('a handler that throws synchronously counts as failed, and the error is reported with its event', async () => {
  const onError = vi.fn<(error: unknown, event?: CallbackEvent) => void>()
  const broken = new Error('broken')
  const { handle } = createHandler({
    onEvent: () => {
      throw broken
    },
    onError,
  })

  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(onError.mock.calls).toEqual([[broken, expect.objectContaining({ ChangeType: 'add_external_contact' })]])
})

test('a store that fails: the handler is not called, and WeCom delivers again', async () => {
  const onEvent = vi.fn<Handler>()
  const down = new Error('redis is down')
  const dedupe: DedupeStore = { add: () => Promise.reject(down), delete: () => Promise.reject(down) }
  const { handle, errors } = createHandler({ dedupe, onEvent })

  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(onEvent).not.toHaveBeenCalled()
  expect(errors).toEqual([down])
})

test('a store whose add returns nothing: reported, and WeCom delivers again', async () => {
  const onEvent = vi.fn<Handler>()
  const add = vi.fn<DedupeStore['add']>()
  const { handle, errors } = createHandler({ dedupe: { ...memoryDedupeStore(), add }, onEvent })

  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(errors).toEqual([new TypeError('the dedupe store must return true or false from add, got undefined')])
  expect(onEvent).not.toHaveBeenCalled()
})

const lost = new Error('Socket closed unexpectedly')

/** Creates a store whose first `add` sets the key, but fails because the reply of the server was lost. */
function lossyStore(): DedupeStore {
  const memory = memoryDedupeStore()
  const add = vi.fn<DedupeStore['add']>(memory.add).mockImplementationOnce(async (key, ttl) => {
    await memory.add(key, ttl)
    throw lost
  })
  return { ...memory, add }
}

test('a store that sets the key and fails: another process handles the next delivery', async () => {
  const onEvent = vi.fn<Handler>()
  const dedupe = lossyStore()
  const [one, two] = [createHandler({ dedupe, onEvent }), createHandler({ dedupe, onEvent })]
  expect(await one.handle(delivery(added))).toHaveProperty('status', 500)
  expect(one.errors).toEqual([lost])
  expect(onEvent).not.toHaveBeenCalled()

  for (let count = 0; count < 2; count++) expect(await two.handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('an event that failed here and was handled by another process is not handled here again', async () => {
  const dedupe = memoryDedupeStore()
  const onEvent = vi.fn<Handler>().mockRejectedValueOnce(new Error('the database is down'))
  const [one, two] = [createHandler({ dedupe, onEvent }), createHandler({ dedupe, onEvent })]
  expect(await one.handle(delivery(added))).toHaveProperty('status', 500)
  expect(await two.handle(delivery(added))).toHaveProperty('status', 200)
  expect(await one.handle(delivery(added))).toHaveProperty('status', 200)

  expect(onEvent).toHaveBeenCalledTimes(2)
})

test('a store that sets the key, fails, and does not delete it: the next delivery is handled', async () => {
  const onEvent = vi.fn<Handler>()
  const forget = vi.fn<DedupeStore['delete']>(() => Promise.reject(new Error('redis is down')))
  const { handle } = createHandler({ dedupe: { ...lossyStore(), delete: forget }, onEvent })
  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  await vi.waitFor(() => expect(forget).toHaveBeenCalledOnce(), 20_000)

  for (let count = 0; count < 2; count++) expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that does not delete the key of a failed event: the next delivery is handled', async () => {
  const onEvent = vi.fn<Handler>().mockRejectedValueOnce(new Error('broken'))
  const dedupe: DedupeStore = { ...memoryDedupeStore(), delete: () => Promise.reject(new Error('redis is down')) }
  const { handle } = createHandler({ dedupe, onEvent })
  expect(await handle(delivery(added))).toHaveProperty('status', 500)

  for (let count = 0; count < 2; count++) expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledTimes(2)
})

test('a store that fails after the handler: the failure of the handler is reported', async () => {
  const broken = new Error('broken')
  const dedupe: DedupeStore = { add: async () => true, delete: () => Promise.reject(new Error('redis is down')) }
  const { handle, errors } = createHandler({ dedupe, onEvent: () => Promise.reject(broken) })

  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(errors).toEqual([broken])
})

/**
 * Wraps a dedupe store. For each operation in `names`, the first call waits. The call continues when the test calls
 * `resume`, and fails when the test calls `fail`. If the test calls neither, the call never settles.
 */
function slowStore(
  names: readonly ('add' | 'delete')[],
  store: DedupeStore = memoryDedupeStore(),
): {
  readonly dedupe: DedupeStore
  readonly resume: () => void
  readonly fail: (error: Error) => void
} {
  const { promise: ready, resolve: resume, reject: fail } = Promise.withResolvers<void>()
  const pauses = new Set(names)
  const pause = async (name: 'add' | 'delete'): Promise<void> => {
    if (pauses.delete(name)) await ready
  }
  const dedupe: DedupeStore = {
    add: async (key, ttl) => {
      await pause('add')
      return store.add(key, ttl)
    },
    delete: async (key) => {
      await pause('delete')
      await store.delete(key)
    },
  }
  return { dedupe, resume, fail }
}

test.each([
  ['an event of customer contact', added, 1_000],
  ['an event of the suite', ticket, 175],
])(
  'a store that hangs: %s is refused after a quarter of the time, and the next delivery handled',
  async (_what, message, limit) => {
    const { dedupe } = slowStore(['add'])
    const onEvent = vi.fn<Handler>()
    const settled = vi.fn<() => void>()
    const { handle, errors } = createHandler({ dedupe, onEvent })
    const response = handle(delivery(message)).finally(settled)

    await vi.advanceTimersByTimeAsync(limit - 1)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await read(await response)).toEqual({ status: 500, body: '' })
    expect(errors).toEqual([new Error(`the dedupe store did not answer within ${limit} ms`)])
    expect(onEvent).not.toHaveBeenCalled()

    expect(await handle(delivery(message))).toHaveProperty('status', 200)
    expect(onEvent).toHaveBeenCalledOnce()
  },
)

test('a store that saves the key too late: the event is handled then, because others may have skipped it', async () => {
  const memory = memoryDedupeStore()
  const { dedupe, resume } = slowStore(['add'], memory)
  const onEvent = vi.fn<Handler>()
  const [slow, other] = [createHandler({ dedupe, onEvent }), createHandler({ dedupe: memory, onEvent })]
  const response = slow.handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await response).toHaveProperty('status', 500)

  resume()
  expect(await other.handle(delivery(added))).toHaveProperty('status', 200)
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledOnce(), 20_000)
  expect(await slow.handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that saves the key too late, and a handler that then fails: the next delivery is handled', async () => {
  const memory = memoryDedupeStore()
  const { dedupe, resume } = slowStore(['add'], memory)
  const onEvent = vi.fn<Handler>().mockRejectedValueOnce(new Error('database gone'))
  const [slow, other] = [createHandler({ dedupe, onEvent }), createHandler({ dedupe: memory, onEvent })]
  const response = slow.handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await response).toHaveProperty('status', 500)

  const forget = vi.spyOn(memory, 'delete')
  resume()
  await vi.waitFor(() => expect(forget).toHaveBeenCalledOnce(), 20_000)
  expect(await other.handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledTimes(2)
})

test('two deliveries to one process for which the store saves the key too late are handled once', async () => {
  const memory = memoryDedupeStore()
  const { promise: back, resolve: resume } = Promise.withResolvers<void>()
  const dedupe: DedupeStore = { ...memory, add: async (key, ttl) => back.then(() => memory.add(key, ttl)) }
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ dedupe, onEvent })
  for (let copy = 0; copy < 2; copy++) {
    const response = handle(delivery(added))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await response).toHaveProperty('status', 500)
  }

  resume()
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledOnce(), 20_000)
  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that answers too late that another process handles the event: its key stays', async () => {
  const memory = memoryDedupeStore()
  const { dedupe, resume } = slowStore(['add'], memory)
  const onEvent = vi.fn<Handler>()
  const [slow, other] = [createHandler({ dedupe, onEvent }), createHandler({ dedupe: memory, onEvent })]
  const response = slow.handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await response).toHaveProperty('status', 500)
  expect(await other.handle(delivery(added))).toHaveProperty('status', 200)

  resume()
  await vi.advanceTimersByTimeAsync(1)
  expect(await other.handle(delivery(added))).toHaveProperty('status', 200)
  expect(await slow.handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that answers at the moment of the limit: the event is handled once', async () => {
  const memory = memoryDedupeStore()
  const add = vi.fn<DedupeStore['add']>(memory.add).mockImplementationOnce(
    (key, ttl) =>
      new Promise((resolve) =>
        setTimeout(() => {
          void memory.add(key, ttl)
          resolve(true)
        }, 1_000),
      ),
  )
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ dedupe: { ...memory, add }, onEvent })
  const response = handle(delivery(added))
  await vi.waitFor(() => expect(add).toHaveBeenCalled(), 20_000)
  vi.advanceTimersByTime(1_000)
  expect(await response).toHaveProperty('status', 500)
  await vi.advanceTimersByTimeAsync(1)

  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that fails too late: reported once, as late', async () => {
  const { dedupe, fail } = slowStore(['add'])
  const { handle, errors } = createHandler({ dedupe, onEvent: () => {} })
  const response = handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await response).toHaveProperty('status', 500)

  fail(new Error('redis is down'))
  await vi.advanceTimersByTimeAsync(1)
  expect(errors).toMatchObject([{ message: expect.stringContaining('did not answer') }])
})

test('a store that runs the adds of two deliveries after an outage: the second one is handled, and the key stays', async () => {
  const memory = memoryDedupeStore()
  const { promise: back, resolve: comeBack } = Promise.withResolvers<void>()
  const dedupe: DedupeStore = {
    ...memory,
    add: async (key, ttl) => {
      await back
      return memory.add(key, ttl)
    },
  }
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ dedupe, onEvent })
  const first = handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await first).toHaveProperty('status', 500)
  const second = handle(delivery(added))
  await vi.advanceTimersByTimeAsync(500)
  comeBack()

  expect(await second).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that sets the key of the second delivery late, after that of the first: the third one is handled', async () => {
  const memory = memoryDedupeStore()
  const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const [first, second] = answers
  const add = vi.fn<DedupeStore['add']>(memory.add)
  for (const { promise } of answers) {
    add.mockImplementationOnce(async (key, ttl) => {
      await promise
      return memory.add(key, ttl)
    })
  }
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ dedupe: { ...memory, add }, onEvent })
  for (let count = 0; count < 2; count++) {
    const response = handle(delivery(added))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await response).toHaveProperty('status', 500)
  }

  first.resolve()
  await vi.advanceTimersByTimeAsync(1)
  // The store runs the second `add` before the third one, but answers in another order.
  add.mockImplementationOnce(async (key, ttl) => {
    second.resolve()
    await vi.advanceTimersByTimeAsync(0)
    return memory.add(key, ttl)
  })
  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('a store that hangs after the handler: the failure is reported at once, and answered with 500 after a quarter of the time', async () => {
  const broken = new Error('broken')
  const { dedupe } = slowStore(['delete'])
  const { handle, errors } = createHandler({ dedupe, onEvent: () => Promise.reject(broken) })
  const response = handle(delivery(added))
  await vi.waitFor(() => expect(errors).toEqual([broken]), 20_000)
  await vi.advanceTimersByTimeAsync(1_000)

  expect(await response).toHaveProperty('status', 500)
  expect(vi.getTimerCount()).toBe(0)
})

test('a handler that fails just before the deadline is not acknowledged while the store deletes its key', async () => {
  const { onEvent, begun, fail } = slowHandler()
  const { dedupe } = slowStore(['delete'])
  const { handle } = createHandler({ dedupe, onEvent })
  const response = handle(delivery(added))
  await begun
  await vi.advanceTimersByTimeAsync(3_900)
  fail(new Error('broken'))
  await vi.advanceTimersByTimeAsync(100)

  expect(await response).toHaveProperty('status', 500)
})

test.each<[string, () => DedupeStore, string]>([
  ['hangs', () => slowStore(['add']).dedupe, 'did not answer'],
  ['fails', () => ({ add: () => Promise.reject(new Error('redis is down')), delete: async () => {} }), 'redis is down'],
])('waitUntil: a store that %s does not stop the handler, and is told', async (_what, createStore, message) => {
  const kept: Promise<unknown>[] = []
  const onEvent = vi.fn<Handler>()
  const { handle, errors } = createHandler({ dedupe: createStore(), onEvent, waitUntil: (work) => kept.push(work) })

  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  await vi.advanceTimersByTimeAsync(1_001)
  expect(await Promise.all(kept)).toEqual([true])
  expect(onEvent).toHaveBeenCalledOnce()
  expect(errors).toMatchObject([{ message: expect.stringContaining(message) }])
})

test('waitUntil: the key of a store that answers too late stays, as the event was handled', async () => {
  const { dedupe, resume } = slowStore(['add'])
  const kept: Promise<unknown>[] = []
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ dedupe, onEvent, waitUntil: (work) => kept.push(work) })
  await handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1_001)
  await Promise.all(kept)
  resume()
  await vi.advanceTimersByTimeAsync(1)
  await handle(delivery(added))
  await vi.advanceTimersByTimeAsync(1)
  await Promise.all(kept)

  expect(onEvent).toHaveBeenCalledOnce()
})

test.each<[string, DedupeStore['delete']]>([
  [
    'throws at once',
    () => {
      throw new Error('redis is down')
    },
  ],
  ['gives no promise', vi.fn<DedupeStore['delete']>()],
])('a store whose delete %s: the failure of the handler is reported', async (_what, forget) => {
  const broken = new Error('broken')
  const { handle, errors } = createHandler({
    dedupe: { add: async () => true, delete: forget },
    onEvent: () => Promise.reject(broken),
  })

  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(errors).toEqual([broken])
})

test.each([
  ['an event of customer contact', added, 4_000],
  ['one in the form for suites', addedInSuite, 4_000],
  ['an unknown event', unknown, 4_000],
  ['an event without a ChangeType', jobFinished, 4_000],
  ['a message', toXml({ MsgType: 'text', Content: 'hello' }), 4_000],
  ['an event of the suite', ticket, 700],
  ['an unknown event of the suite', unknownInSuite, 700],
])('deadline: %s is acknowledged in time, however long the work takes', async (_what, message, milliseconds) => {
  const { onEvent, begun } = slowHandler()
  const settled = vi.fn<() => void>()
  const { handle, errors } = createHandler({ onEvent })
  const response = handle(delivery(message)).finally(settled)
  await begun

  await vi.advanceTimersByTimeAsync(milliseconds - 1)
  expect(settled).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(await response).toHaveProperty('status', 200)
  expect(errors).toEqual([])
})

test('deadline: work that fails after it is reported, and may be delivered again', async () => {
  const { onEvent, begun, fail } = slowHandler()
  const slow = vi.fn<Handler>().mockImplementationOnce(onEvent)
  const { handle, errors } = createHandler({ onEvent: slow })
  const response = handle(delivery(added))
  await begun
  await vi.advanceTimersByTimeAsync(4_000)
  expect(await response).toHaveProperty('status', 200)

  fail(new Error('too late'))
  await vi.waitFor(() => expect(errors).toMatchObject([{ message: 'too late' }]), 20_000)
  await handle(delivery(added))
  expect(slow).toHaveBeenCalledTimes(2)
})

test('deadline: no timer is left', async () => {
  const { handle } = createHandler({ onEvent: () => {} })
  await handle(delivery(added))
  expect(vi.getTimerCount()).toBe(0)
})

test('waitUntil: the answer does not wait for the work', async () => {
  const { onEvent, begun, finish } = slowHandler()
  const kept: Promise<unknown>[] = []
  const { handle } = createHandler({ onEvent, waitUntil: (work) => kept.push(work) })

  expect(await read(await handle(delivery(added)))).toEqual({ status: 200, body: '' })
  await vi.advanceTimersByTimeAsync(1)
  await begun
  finish()
  expect(await Promise.all(kept)).toHaveLength(1)
})

test('waitUntil: the work begins in a later task, so that a server can send the response first', async () => {
  const onEvent = vi.fn<Handler>()
  const { handle } = createHandler({ onEvent, waitUntil: () => {} })
  await handle(delivery(added))
  for (let count = 0; count < 1_000; count++) await Promise.resolve()
  expect(onEvent).not.toHaveBeenCalled()

  await vi.advanceTimersByTimeAsync(1)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('waitUntil: failed work is reported, and the promise does not reject', async () => {
  const kept: Promise<unknown>[] = []
  const broken = new Error('broken')
  const { handle, errors } = createHandler({
    onEvent: () => Promise.reject(broken),
    waitUntil: (promise) => kept.push(promise),
  })

  expect(await handle(delivery(added))).toHaveProperty('status', 200)
  await vi.advanceTimersByTimeAsync(1)
  await Promise.all(kept)
  expect(errors).toEqual([broken])
})

test.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS'])('%s is refused', async (method) => {
  const { handle, errors } = createHandler()
  const response = await handle(new Request('https://crm.example.com/', { method }))

  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, POST')
  expect(errors).toMatchObject([{ kind: 'method' }])
})

test('size: a body is read up to maxBodyBytes, whatever content-length says', async () => {
  const onEvent = vi.fn<Handler>()
  const request = delivery(added)
  const body = await request.text()
  const { handle, errors } = createHandler({ maxBodyBytes: body.length, onEvent })

  expect(await handle(altered(request, { body }))).toHaveProperty('status', 200)
  expect(await handle(altered(request, { body: `${body} ` }))).toHaveProperty('status', 413)
  expect(errors).toMatchObject([{ kind: 'size' }])
  expect(onEvent).toHaveBeenCalledOnce()
})

test('size: 10 MB are refused', async () => {
  const { handle, errors } = createHandler()
  const body = `<xml><Encrypt>${'A'.repeat(10 * 1024 * 1024)}</Encrypt></xml>`

  expect(await handle(altered(delivery(added), { body }))).toHaveProperty('status', 413)
  expect(errors).toMatchObject([{ kind: 'size' }])
})

test('a body that never ends: refused after 5 seconds', async () => {
  const { handle, errors } = createHandler()
  const response = handle(altered(delivery(added), { body: new ReadableStream() }))
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), 20_000)
  await vi.advanceTimersByTimeAsync(5_000)

  expect(await read(await response)).toEqual({ status: 408, body: '' })
  expect(errors).toMatchObject([{ kind: 'timeout' }])
})

test('the first of repeated query parameters counts', async () => {
  const { handle } = createHandler({ maxAge: 300_000 })
  const request = delivery(added)
  const query = new URL(request.url).search.slice(1)
  const twice = `${query}&msg_signature=0&timestamp=1&nonce=1`

  expect(await handle(altered(request, { query: twice, body: await request.text() }))).toHaveProperty('status', 200)
})

test.each([
  ['now', 0, 200],
  ['five minutes ago', -300, 200],
  ['longer ago', -301, 403],
  ['five minutes ahead', 300, 200],
  ['further ahead', 301, 403],
])('maxAge: signed %s', async (_what, seconds, status) => {
  const { handle, errors } = createHandler({ maxAge: 300_000, now: () => start })
  const request = delivery(added, { timestamp: String(start / 1000 + seconds) })

  expect(await handle(request)).toHaveProperty('status', status)
  expect(errors).toMatchObject(status === 200 ? [] : [{ kind: 'time' }])
})

test.each(['', 'soon', '-1', '1735689661.5', '0x6774', ' 1735689661'])('maxAge: the time "%s"', async (timestamp) => {
  const { handle, errors } = createHandler({ maxAge: 300_000 })
  const request = delivery(added, { timestamp })

  expect(await handle(request)).toHaveProperty('status', 403)
  expect(errors).toMatchObject([{ kind: 'time' }])
})

test('without maxAge any timestamp is accepted', async () => {
  const { handle } = createHandler()
  expect(await handle(delivery(added, { timestamp: '1' }))).toHaveProperty('status', 200)
})

test('all refusals of a message look the same', async () => {
  const onEvent = vi.fn<Handler>()
  const { handle, errors } = createHandler({ onEvent })
  const good = delivery(added)
  const requests = [
    altered(good, { body: '' }),
    altered(good, { body: '{' }),
    altered(good, { body: '{}' }),
    altered(good, { body: '<xml><Encrypt>AAAA</Encrypt></xml>' }),
    altered(good, { query: '', body: await good.clone().text() }),
    delivery(added, { token: 'another' }),
    delivery(added, { receiveId: 'ww1' }),
    delivery('hello'),
    delivery('<!DOCTYPE xml [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>'),
    new Request('https://crm.example.com/', { method: 'POST' }),
  ]
  for (const request of requests) expect(await read(await handle(request))).toEqual({ status: 403, body: '' })

  expect(errors.map((error) => (error as { kind?: unknown }).kind)).toEqual([
    'empty',
    'envelope',
    'envelope',
    'signature',
    'query',
    'signature',
    'receive-id',
    'xml',
    'xml',
    'query',
  ])
  expect(onEvent).not.toHaveBeenCalled()
})

test.each(badVectors.map((vector) => [vector.id, vector] as const))('vector %s', async (_id, vector) => {
  const { handle, errors } = createHandler({ ...vector, receiveIds: [vector.receiveId], onEvent: () => {} })
  const query = `msg_signature=${vector.signature}&timestamp=${vector.timestamp}&nonce=${vector.nonce}`
  const request = altered(new Request('https://crm.example.com/'), { query, body: toXml({ Encrypt: vector.encrypt }) })

  expect(await handle(request)).toHaveProperty('status', vector.refusal ? 403 : 200)
  expect(errors).toMatchObject(vector.refusal ? [{ kind: vector.refusal }] : [])
})

test('a body that was already read is a failure, not a refusal', async () => {
  const { handle, errors } = createHandler()
  const request = delivery(added)
  await request.text()

  expect(await handle(request)).toHaveProperty('status', 500)
  expect(errors).toMatchObject([{ name: 'TypeError', message: expect.stringContaining('read before') }])
})

test.each([
  ['no token', { token: '' }, 'token'],
  ['no key', { encodingAesKey: '' }, 'key'],
  ['half a key', { encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6Hs' }, 'key'],
  ['a token with a line break', { token: `${settings.token}\n` }, 'token'],
  ['a key with a line break', { encodingAesKey: `${settings.encodingAesKey}\n` }, 'key'],
])('settings that cannot work are refused at once: %s', async (_what, change, refusal) => {
  expect(await refusalOf(() => createCallbackHandler({ ...settings, on: {}, ...change }))).toBe(refusal)
})

test.each([
  ['msg_signature', 'timestamp=1&nonce=1'],
  ['timestamp', 'msg_signature=1&nonce=1'],
  ['nonce', 'msg_signature=1&timestamp=1'],
])('error: a request without %s says so, and its body is not read', async (_name, query) => {
  const { handle, errors } = createHandler()
  const request = altered(delivery(added), { query, body: '<xml/>' })

  expect(await handle(request)).toHaveProperty('status', 403)
  expect(errors).toMatchObject([{ kind: 'query', summary: expect.stringContaining('the query lacks msg_signature') }])
  expect(request.bodyUsed).toBe(false)
})

test('error: a verification without echostr', async () => {
  const { handle, errors } = createHandler()
  expect(await handle(new Request('https://crm.example.com/?msg_signature=1&timestamp=1&nonce=1'))).toHaveProperty(
    'status',
    403,
  )
  expect(errors).toMatchObject([{ kind: 'query', summary: expect.stringContaining('echostr') }])
})

test('error: an empty body', async () => {
  const { handle, errors } = createHandler()
  expect(await handle(altered(delivery(added), { body: '' }))).toHaveProperty('status', 403)
  expect(errors).toMatchObject([{ kind: 'empty', summary: expect.stringContaining('the body is empty') }])
})

test.each([
  ['unsigned', '['.repeat(60_000) + ']'.repeat(60_000), 'envelope'],
  ['unsigned, with an Encrypt', `{"encrypt":"AAAA","a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, 'signature'],
])('error: JSON of 60 000 levels is refused like anything else: %s', async (_what, body, kind) => {
  const { handle, errors } = createHandler()
  expect(await read(await handle(altered(delivery(added), { body })))).toEqual({ status: 403, body: '' })
  expect(errors).toMatchObject([{ isWeComCallbackError: true, kind }])
})

test('error: signed JSON of 60 000 levels is refused', async () => {
  const { handle, errors } = createHandler({ maxBodyBytes: 1_000_000 })
  const message = `{"Event":${'['.repeat(60_000)}${']'.repeat(60_000)}}`

  expect(await read(await handle(delivery(message)))).toEqual({ status: 403, body: '' })
  expect(errors).toMatchObject([{ isWeComCallbackError: true, kind: 'json' }])
})

test.each<[string, unknown]>([
  ['a text', 'ww0123456789abcdef'],
  ['nothing', undefined],
  ['an empty list', []],
  ['a list of a variable that is not set', [undefined]],
  ['a list with a variable that is not set', ['ww0123456789abcdef', undefined]],
])('receiveIds that cannot work are refused at once: %s', (_what, receiveIds) => {
  const options = { ...settings, on: {}, receiveIds } as CallbackHandlerOptions
  expect(() => createCallbackHandler(options)).toThrow(
    new TypeError('receiveIds must be a list of at least one id, or a Set'),
  )
})

test.each([
  ['maxAge', NaN],
  ['maxAge', 0],
  ['maxAge', -1],
  ['dedupeTtl', NaN],
  ['dedupeTtl', -1],
  ['dedupeTtl', Infinity],
  ['maxBodyBytes', NaN],
  ['maxBodyBytes', 0],
  ['maxBodyBytes', Infinity],
])('error: a limit that is none is refused at once: %s %d', (name, value) => {
  expect(() => createCallbackHandler({ ...settings, on: {}, [name]: value })).toThrow(
    new RangeError(`${name} must be a positive number, got ${value}`),
  )
})

test('error: a limit that is a text is refused at once', () => {
  const options = { ...settings, on: {}, maxAge: '300000' } as unknown as CallbackHandlerOptions
  expect(() => createCallbackHandler(options)).toThrow(new RangeError('maxAge must be a positive number, got 300000'))
})

test.each<[string, unknown, string]>([
  ['dedupe', {}, 'dedupe must have the functions add and delete'],
  ['dedupe', Promise.resolve(memoryDedupeStore()), 'dedupe must have the functions add and delete'],
  ['onEvent', {}, 'onEvent must be a function, got object'],
  ['onError', 'log', 'onError must be a function, got string'],
  ['waitUntil', true, 'waitUntil must be a function, got boolean'],
  ['now', start, 'now must be a function, got number'],
])('error: an option of another type is refused at once: %s %s', (name, value, message) => {
  expect(() => createCallbackHandler({ ...settings, on: {}, [name]: value })).toThrow(new TypeError(message))
})

test('maxAge: Infinity means no limit, and a clock that returns NaN refuses everything', async () => {
  const open = createHandler({ maxAge: Infinity })
  expect(await open.handle(delivery(added, { timestamp: '1' }))).toHaveProperty('status', 200)
  const { handle, errors } = createHandler({ maxAge: 300_000, now: () => NaN })
  expect(await handle(delivery(added))).toHaveProperty('status', 403)
  expect(errors).toMatchObject([{ kind: 'time' }])
})

test('error: neither on nor onEvent is refused at once; one of them is enough', async () => {
  expect(() => createCallbackHandler(settings)).toThrow(
    new TypeError('on or onEvent is required: without both, no event would be handled'),
  )
  const onEvent = vi.fn<Handler>()
  expect(await createCallbackHandler({ ...settings, onEvent })(delivery(added))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('receiveIds: an empty set may grow', async () => {
  const receiveIds = new Set<string>()
  const { handle } = createHandler({ receiveIds })
  expect(await handle(delivery(added))).toHaveProperty('status', 403)
  receiveIds.add(settings.receiveIds[0])
  expect(await handle(delivery(added))).toHaveProperty('status', 200)
})
