import { expect, test } from 'vitest'
import { altered, delivery, settings, verification } from '../fixtures/requests.ts'
import { createCallbackHandler } from '../handler/createCallbackHandler.ts'
import { isWeComCallbackError } from './WeComCallbackError.ts'

/**
 * A secret text. The tests put this text into every part of messages and requests, and into settings. No error may
 * contain this text.
 */
const secret = 'plaintext-91bc'

/** Returns all texts of an error that a log may show: message, stack, JSON, and the same texts of its cause. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.message, error.stack, JSON.stringify(error), textOf(error.cause)].join('\n')
}

test('errors hold neither settings nor received data', async () => {
  const errors: unknown[] = []
  const handle = createCallbackHandler({ ...settings, on: {}, maxAge: 60_000, onError: (error) => errors.push(error) })
  const good = delivery(`<xml><Event>${secret}</Event></xml>`)
  const requests = [
    verification(secret, { token: 'another' }),
    verification(secret, { receiveId: secret }),
    delivery(secret),
    delivery(`{"${secret}`),
    delivery(`<xml><${secret}></xml>`),
    delivery(`<xml><a ${secret}="${secret}></xml>`),
    delivery(`<xml><__proto__>${secret}</__proto__></xml>`),
    delivery(`<!DOCTYPE ${secret}><xml></xml>`),
    delivery('<xml></xml>', { receiveId: secret }),
    delivery('<xml></xml>', { timestamp: secret }),
    altered(good, { body: secret }),
    altered(good, { body: `{"${secret}` }),
    altered(good, { body: `<xml><${secret}/></xml>` }),
    altered(good, { body: `<xml><Encrypt>${secret}</Encrypt></xml>` }),
    altered(good, { query: secret, body: await good.clone().text() }),
  ]
  for (const request of requests) expect(await handle(request)).toHaveProperty('status', 403)

  expect(errors).toHaveLength(requests.length)
  const everything = errors.map(textOf).join('\n')
  expect(everything).not.toContain(secret)
  expect(everything).not.toContain(settings.token)
  expect(everything).not.toContain(settings.encodingAesKey)
  expect(everything).not.toContain(settings.receiveIds[0])
  expect(everything).not.toContain('crm.example.com')
})

test('errors do not repeat a wrong setting', () => {
  for (const change of [{ encodingAesKey: secret }, { token: '', encodingAesKey: secret }]) {
    try {
      createCallbackHandler({ ...settings, on: {}, ...change })
      expect.fail('accepted')
    } catch (error) {
      expect(isWeComCallbackError(error)).toBe(true)
      expect(textOf(error)).not.toContain(secret)
    }
  }
})
