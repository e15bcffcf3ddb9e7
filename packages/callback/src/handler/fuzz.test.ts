import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isWeComCallbackError } from '../errors/WeComCallbackError.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import { altered, delivery, settings } from '../fixtures/requests.ts'
import { samples } from '../fixtures/samples.ts'
import { toXml } from '../fixtures/toXml.ts'
import type { EventHandler } from './CallbackHandlerOptions.ts'
import { createCallbackHandler } from './createCallbackHandler.ts'

/** Generates copies of `text`, each with a random part replaced by up to 20 random characters. */
function damaged(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length - 1), fc.nat(20), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([from, count, other]) => text.slice(0, from) + other + text.slice(from + count))
}

test('without the token only the genuine message is accepted, and nothing crashes', async () => {
  const message = toXml(samples[0] ?? {})
  const genuine = delivery(message)
  const body = await genuine.clone().text()
  const query = new URL(genuine.url).search.slice(1)
  const onEvent = vi.fn<EventHandler<CallbackEvent>>()
  const errors: unknown[] = []
  const handle = createCallbackHandler({ ...settings, on: {}, onEvent, onError: (error) => errors.push(error) })

  const forged = fc.oneof(
    fc.record({ query: damaged(query), body: fc.constant(body) }),
    fc.record({ query: fc.constant(query), body: damaged(body) }),
    fc.record({ query: fc.constant(query), body: fc.string({ unit: 'binary' }) }),
    fc.record({ query: fc.string(), body: fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)) }),
  )
  await fc.assert(
    fc.asyncProperty(forged, async (parts) => {
      // Some damage is accepted: the signature covers neither ToUserName nor AgentID.
      expect([200, 403]).toContain((await handle(altered(genuine, parts))).status)
    }),
    { numRuns: 500 },
  )
  expect(onEvent.mock.calls.filter(([, context]) => context.message !== message)).toEqual([])
  expect(errors.length).toBeGreaterThan(250)
  expect(errors.every(isWeComCallbackError)).toBe(true)
})
