import { createCallbackHandler } from '@wecom/callback'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { listenerOf, startReceiver } from './fixtures/startReceiver.ts'
import { type MockServer, listen } from './listen.ts'

const secrets = { token: 'storyToken7f3a', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' } as const
const onEvent = vi.fn<(event: unknown) => void>()
const corp = createFakeCorp({ state: smallCorp() })
let url: string
let server: MockServer

beforeEach(async () => {
  corp.reset()
  onEvent.mockClear()
  const handle = createCallbackHandler({ ...secrets, receiveIds: ['wwsmall'], on: {}, onEvent })
  url = await startReceiver(listenerOf(handle))
  server = await listen(corp)
})
afterEach(async () => {
  await server.close()
  corp.callbacks.disconnect()
})

async function control(method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${server.url}/__corp/${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: response.status, json: await response.json() }
}

test('control: a callback URL, its deliveries, and its removal', async () => {
  expect(await control('PUT', 'callback', { ...secrets, url })).toEqual({ status: 200, json: { callbacks: [{ url }] } })
  expect((await control('GET', 'callback')).json).toEqual({ callbacks: [{ url }] })
  await control('POST', 'people/memberDeletesCustomer', { userid: 'anna', external_userid: 'wm2' })

  const deliveries = [
    { event: { ChangeType: 'del_external_contact' }, outcome: 'acknowledged', attempts: [{ result: 'acknowledged' }] },
  ]
  expect((await control('POST', 'deliveries/settle')).json).toMatchObject({ deliveries })
  expect((await control('GET', 'deliveries')).json).toMatchObject({ deliveries })
  expect(onEvent).toHaveBeenCalledOnce()
  expect((await control('DELETE', 'deliveries')).json).toEqual({ deliveries: [] })
  expect((await control('DELETE', 'callback')).json).toEqual({ callbacks: [] })
})

test('control: any event, delivered twice', async () => {
  await control('PUT', 'callback', { ...secrets, url })
  expect((await control('POST', 'deliveries/faults', { kind: 'duplicate' })).json).toEqual({
    faults: [{ kind: 'duplicate', times: 1 }],
  })
  const event = { Event: 'change_external_moon', MemChangeList: { Item: ['anna'] } }
  expect((await control('POST', 'events', event)).json).toMatchObject({ events: [event] })

  expect((await control('POST', 'deliveries/settle')).json).toMatchObject({ deliveries: [{ attempts: [{}, {}] }] })
  expect(onEvent).toHaveBeenCalledOnce()
  expect(onEvent.mock.lastCall?.[0]).toMatchObject({ unknown: event })
})

test.for([
  ['callback', { ...secrets, url: 'http://192.0.2.1/' }, 'url', 'is on another machine'],
  ['callback', { ...secrets, url: 'http://127.0.0.1:1/' }, 'url', 'did not pass verification: it cannot be reached'],
  ['callback', { ...secrets, url: 'http://127.0.0.1:1/', token: '-' }, 'token', 'must be 1 to 32'],
  ['callback', { ...secrets, url: 'http://127.0.0.1:1/', encodingAesKey: 'k' }, 'encodingAesKey', 'must be 43'],
  ['callback', { ...secrets, url: 'http://127.0.0.1:1/', suiteId: 'ww9' }, 'suiteId', 'There is no suite ww9'],
  ['callback', { ...secrets, url: 'http://127.0.0.1:1/', agentId: 9 }, 'agentId', 'There is no app with agentId 9'],
  ['callback', { ...secrets, url: 'http://192.0.2.1/', allowRemote: true }, 'allowRemote', 'with --allow-remote'],
  ['events', { ChangeType: 'full' }, 'Event', 'is required'],
  ['deliveries/faults', { kind: 'quake' }, 'kind', 'Invalid'],
] as const)('control: %s %j is refused at "%s"', async ([path, body, place, error]) => {
  expect(await control(path === 'callback' ? 'PUT' : 'POST', path, body)).toEqual({
    status: 400,
    json: { path: place, error: expect.stringContaining(error) },
  })
  expect(corp.callbacks.list()).toEqual([])
})

test('a server with a callback verifies it first, and takes it along when it closes', async () => {
  const wrong = { ...secrets, token: 'other', url }
  await expect(listen(corp, { callback: wrong })).rejects.toThrow('status 403 instead of 200')
  const other = await listen(corp, { callback: { ...secrets, url } })
  expect(corp.callbacks.list()).toEqual([{ url }])
  await other.close()

  expect(corp.callbacks.list()).toEqual([])
})
