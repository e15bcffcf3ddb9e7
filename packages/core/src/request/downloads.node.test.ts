import { getEventListeners } from 'node:events'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientConfig } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Download, Endpoint } from '../endpoint/Endpoint.ts'
import { openFile } from '../endpoint/openFile.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { createTestClient, type ScriptedAnswer } from '../testing/createTestClient.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const endpoint: Endpoint<{ id: string }, Download> = defineEndpoint<{ id: string }, Download>({
  name: 'download',
  method: 'GET',
  path: '/cgi-bin/download',
  effect: 'read',
  docs: 90000,
  download: openFile,
  params: wireObject<{ id: string }>({ id: v.string() }),
  result: v.custom<Download>(() => true),
})

const pause = 30_000

/**
 * Answers with a file in three chunks, with a pause before each chunk. If the signal aborts, the body fails, as it does
 * with a real connection.
 */
const slowFile: ScriptedAnswer = (_request, signal) => {
  const parts = ['one ', 'two ', 'three']
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, pause))
      const part = parts.shift()
      if (part === undefined) controller.close()
      else controller.enqueue(new TextEncoder().encode(part))
    },
  })
  return new Response(body, { headers: { 'content-type': 'image/png' } })
}
const brokenFile: ScriptedAnswer = () =>
  new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) }), {
    headers: { 'content-type': 'image/png' },
  })

interface StartedDownload {
  readonly file: Promise<Download>
  readonly controller: AbortController
  readonly listeners: () => number
}

function open(answer: ScriptedAnswer, config: Partial<ClientConfig> = {}): StartedDownload {
  const { client } = createTestClient([answer], { retry: false, ...config })
  const controller = new AbortController()
  return {
    file: client.request(endpoint, { id: 'a' }, { signal: controller.signal }),
    controller,
    listeners: () => getEventListeners(controller.signal, 'abort').length,
  }
}

const limits: [string, Partial<ClientConfig>][] = [
  ['without a total timeout', {}],
  ['with a total timeout', { totalTimeout: 20_000 }],
]

test.each(limits)('default: a file may take longer than the timeouts, %s', async (_what, config) => {
  const { file, listeners } = open(slowFile, { timeout: 10_000, ...config })
  const text = new Response((await file).body).text()
  await vi.advanceTimersByTimeAsync(4 * pause)

  expect(await text).toBe('one two three')
  expect(listeners()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test.each(limits)('behavior: no listener is left after the file was cancelled, %s', async (_what, config) => {
  const { file, listeners } = open(slowFile, config)
  const { body } = await file
  expect(listeners()).toBe(1)
  await body.cancel()

  expect(listeners()).toBe(0)
})

test.each(limits)('behavior: no listener is left after the file broke off, %s', async (_what, config) => {
  const { file, listeners } = open(brokenFile, config)

  await expect(new Response((await file).body).text()).rejects.toThrow('terminated')
  expect(listeners()).toBe(0)
})

test.each(limits)('behavior: no listener is left if there was no file, %s', async (_what, config) => {
  const answers: ScriptedAnswer[] = [
    { errcode: 40007, errmsg: 'invalid media_id' },
    { errcode: 0, errmsg: 'ok' },
    new Response('<html>', { status: 502 }),
    new TypeError('fetch failed'),
  ]
  for (const answer of answers) {
    const { file, listeners } = open(answer, { strict: false, ...config })
    await file.catch(() => undefined)

    expect(listeners()).toBe(0)
  }
})

test.each(limits)('behavior: an abort ends a file that is arriving, %s', async (_what, config) => {
  const { file, controller, listeners } = open(slowFile, config)
  const text = new Response((await file).body).text()
  const outcome = expect(text).rejects.toThrow('enough')
  await vi.advanceTimersByTimeAsync(pause)
  controller.abort(new Error('enough'))

  await outcome
  expect(listeners()).toBe(0)
})

test('behavior: cancelling the file cancels the answer of the server', async () => {
  const cancelled = vi.fn<(reason: unknown) => void>()
  const endless = new ReadableStream<Uint8Array>({ cancel: cancelled })
  const { file } = open(new Response(endless, { headers: { 'content-type': 'image/png' } }))
  await (await file).body.cancel('seen enough')

  expect(cancelled).toHaveBeenCalledWith('seen enough')
})

test('error: a success without a file', async () => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok' }], { retry: false, strict: false })

  await expect(client.request(endpoint, { id: 'a' })).rejects.toMatchObject({
    kind: 'response',
    status: 200,
    summary: 'download failed: the answer is JSON, not a file',
  })
})
