import { type CallbackHandlerOptions, createCallbackHandler } from '@wecom/callback'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const settings = {
  url: 'http://localhost:8080/callback?channel=1',
  token: 'storyToken7f3a',
  encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U',
} as const
const fetched = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>()
const corp = createFakeCorp({ state: smallCorp() })

beforeEach(() => {
  corp.callbacks.disconnect()
  vi.stubGlobal('fetch', fetched.mockReset())
})

afterEach(() => {
  vi.useRealTimers()
})

function answerWith(options: Partial<CallbackHandlerOptions>, change = (url: string): string => url): void {
  const handle = createCallbackHandler({ ...settings, receiveIds: ['wwsmall'], on: {}, ...options })
  fetched.mockImplementation((url, init) => handle(new Request(change(url.href), init)))
}

test('a URL that passes: asked once, percent-encoded, with its own query', async () => {
  answerWith({})
  await corp.callbacks.connect(settings)
  const queries = fetched.mock.calls.map(([url]) => url.search)

  expect(queries).toEqual([expect.stringMatching(/^\?channel=1&msg_signature=[^+]*&echostr=[^+]*%2B[^+]*%3D$/)])
  expect(corp.callbacks.list()).toEqual([{ url: settings.url }])
})

test.for([
  ['another token', { token: 'otherToken' }, 'it answers with status 403 instead of 200'],
  ['another corp', { receiveIds: ['wwother'] }, 'it answers with status 403 instead of 200'],
] as const)('%s: told, and not connected', async ([, options, reason]) => {
  answerWith(options)

  await expect(corp.callbacks.connect(settings)).rejects.toThrow(
    `Callback URL ${settings.url} did not pass verification: ${reason}`,
  )
  expect(corp.callbacks.list()).toEqual([])
})

test('a receiver that decodes the plus sign wrongly is found out', async () => {
  answerWith({}, (url) => url.replaceAll('%2B', '%5F'))

  await expect(corp.callbacks.connect(settings)).rejects.toThrow('status 403 instead of 200')
})

test('an answer in quotes is refused, and not repeated', async () => {
  fetched.mockImplementation(() => Promise.resolve(Response.json('secret of a page')))

  const refused = corp.callbacks.connect(settings)
  await expect(refused).rejects.toThrow('answer with the echostr only, without quotes or line break')
  await expect(refused).rejects.not.toThrow('secret of a page')
})

test('a receiver that cannot be reached', async () => {
  fetched.mockRejectedValue(new TypeError('fetch failed'))

  await expect(corp.callbacks.connect(settings)).rejects.toThrow('it cannot be reached')
})

test('a receiver that takes longer than a second', async () => {
  vi.useFakeTimers()
  fetched.mockImplementation(
    (_, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  )
  const refused = expect(corp.callbacks.connect(settings)).rejects.toThrow('no answer within 1000 ms')
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled(), 20_000)
  await vi.advanceTimersByTimeAsync(1000)
  await refused
})

test.for([
  [{ url: 'crm.example.com' }, 'must be an http or https URL'],
  [{ url: 'https://crm.example.com/callback' }, 'is on another machine; allow that with allowRemote'],
  [{ token: 'not-letters' }, 'token must be 1 to 32 letters and digits'],
  [{ encodingAesKey: 'short' }, 'encodingAesKey must be 43 letters and digits'],
  [{ suiteId: 'wwnone' }, 'There is no suite wwnone'],
  [{ agentId: 7 }, 'There is no app with agentId 7; agentIds: 1000002, 1000003, 1000004'],
] as const)('settings that cannot be right: %j', ([wrong, message]) => {
  expect(() => corp.callbacks.accept({ ...settings, ...wrong })).toThrow(message)
  expect(() => createFakeCorp({ state: smallCorp(), callback: { ...settings, ...wrong } })).toThrow(message)
})

test('another machine, where it is allowed', async () => {
  const url = 'https://crm.example.com/callback'
  const { callbacks } = createFakeCorp({ callback: { ...settings, url, allowRemote: true } })

  expect(callbacks.list()).toEqual([{ url }])
})
