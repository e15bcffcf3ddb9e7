import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { altered, delivery, settings } from '../fixtures/requests.ts'
import { toXml } from '../fixtures/toXml.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'

const printed = vi.fn<typeof console.error>()
const broken = new Error('broken')
const hour = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ now: 1_735_689_661_000 })
  vi.spyOn(console, 'error').mockImplementation(printed)
  // The module remembers what was logged, for the whole process.
  vi.resetModules()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  printed.mockReset()
})

const added = toXml({ Event: 'change_external_contact', ChangeType: 'add_external_contact', ExternalUserID: 'wm1' })
const forged = (): Request => delivery(added, { token: 'another' })

async function createHandler(
  options: Partial<CallbackHandlerOptions> = {},
): Promise<(request: Request) => Promise<Response>> {
  const { createCallbackHandler } = await import('./createCallbackHandler.ts')
  return createCallbackHandler({ ...settings, onEvent: () => Promise.reject(broken), ...options })
}

const failingListeners: readonly [string, () => unknown][] = [
  [
    'throws',
    () => {
      throw new Error('logger is down')
    },
  ],
  ['rejects at once', () => Promise.reject(new Error('logger is down'))],
  [
    'rejects later',
    async () => {
      await Promise.resolve()
      throw new Error('logger is down')
    },
  ],
]

test('default: without onError every failure with an event is logged, with the name of the event', async () => {
  const handle = await createHandler()
  const names = [
    added,
    added,
    toXml({ InfoType: 'suite_ticket', SuiteId: 'ww1', TimeStamp: 1, SuiteTicket: 'secret ticket' }),
    toXml({ MsgType: 'text', Content: 'secret content' }),
  ]
  for (const message of names) expect(await handle(delivery(message))).toHaveProperty('status', 500)

  expect(printed.mock.calls).toEqual([
    ['@wecom/callback: handling add_external_contact failed:', broken],
    ['@wecom/callback: handling add_external_contact failed:', broken],
    ['@wecom/callback: handling suite_ticket failed:', broken],
    ['@wecom/callback: handling an unknown event failed:', broken],
  ])
})

test('default: without onError a refusal is logged once an hour for each kind, by its summary', async () => {
  const handle = await createHandler()
  for (let count = 0; count < 100; count++) expect(await handle(forged())).toHaveProperty('status', 403)
  await handle(altered(forged(), { query: '' }))
  const signature =
    'callback refused: the signature (msg_signature) is wrong: the token (Token) differs from the admin console, or the message is not from WeCom'
  const query = expect.stringContaining('the query lacks msg_signature')
  expect(printed.mock.calls).toEqual([[`@wecom/callback: ${signature} (logged once an hour)`], [query]])

  await vi.advanceTimersByTimeAsync(hour - 1)
  await handle(forged())
  expect(printed).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  for (let count = 0; count < 100; count++) await handle(forged())
  expect(printed.mock.calls.slice(2)).toEqual([
    [`@wecom/callback: ${signature} (logged once an hour; 100 more since the last such line)`],
  ])
})

test('behavior: handlers created for each request log no more than one handler', async () => {
  for (let count = 0; count < 10; count++) await (await createHandler())(forged())

  expect(printed).toHaveBeenCalledOnce()
})

test('behavior: a body that breaks off is logged once an hour, with its error', async () => {
  const handle = await createHandler()
  const hungUp = new Error('the sender hung up')
  const breakOff = (): Request =>
    altered(delivery(added), { body: new ReadableStream({ start: (controller) => controller.error(hungUp) }) })
  expect(await handle(breakOff())).toHaveProperty('status', 500)
  await handle(breakOff())

  expect(printed.mock.calls).toEqual([['@wecom/callback: a request failed (logged once an hour)', hungUp]])
})

test('behavior: an error that cannot be printed is logged without it, and a broken console changes no answer', async () => {
  const unhandled = vi.fn<(error: unknown) => void>()
  process.once('unhandledRejection', unhandled)
  const handle = await createHandler()
  printed.mockImplementationOnce(() => {
    throw new Error('the getter of a field failed')
  })
  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(printed.mock.lastCall).toEqual(['@wecom/callback: handling add_external_contact failed:'])

  printed.mockImplementation(() => {
    throw new Error('the console is broken')
  })
  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(await handle(forged())).toHaveProperty('status', 403)
  // Node reports unhandled rejections before it calls `setImmediate`.
  vi.useRealTimers()
  await new Promise((resolve) => setImmediate(resolve))
  expect(unhandled).not.toHaveBeenCalled()
  process.removeListener('unhandledRejection', unhandled)
})

test('behavior: with onError nothing is logged', async () => {
  const onError = vi.fn<(error: unknown) => void>()
  const handle = await createHandler({ onError })
  await handle(forged())
  await handle(delivery(added))

  expect(onError.mock.calls.map(([error]) => error)).toEqual([expect.objectContaining({ kind: 'signature' }), broken])
  expect(printed).not.toHaveBeenCalled()
})

test.each(failingListeners)('error: an onError that %s changes no answer, and nothing is lost', async (_how, fail) => {
  const onError = vi.fn<(error: unknown) => unknown>(fail)
  const kept: Promise<unknown>[] = []
  const handle = await createHandler({ onError })
  const answersFirst = await createHandler({ onError, waitUntil: (work) => kept.push(work) })

  expect(await handle(forged())).toHaveProperty('status', 403)
  expect(await handle(forged())).toHaveProperty('status', 403)
  expect(await handle(delivery(added))).toHaveProperty('status', 500)
  expect(await answersFirst(delivery(added))).toHaveProperty('status', 200)
  await vi.advanceTimersByTimeAsync(1)
  expect(await Promise.all(kept)).toEqual([false])
  await vi.waitFor(() => expect(printed).toHaveBeenCalledTimes(4), 20_000)

  const refusal = expect.objectContaining({ kind: 'signature' })
  expect(onError.mock.calls.map(([error]) => error)).toEqual([refusal, refusal, broken, broken])
  expect(printed.mock.calls).toEqual([
    ['@wecom/callback: onError failed (logged once an hour)', new Error('logger is down')],
    [expect.stringContaining('callback refused: the signature')],
    ['@wecom/callback: handling add_external_contact failed:', broken],
    ['@wecom/callback: handling add_external_contact failed:', broken],
  ])
})
