import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from './client/createClient.ts'
import { loopbackServer } from './testing/fixtures/loopbackServer.node.ts'
import { sampleEndpoint } from './testing/fixtures/sampleEndpoint.ts'
import { transports } from './testing/fixtures/transports.node.ts'
import { corpToken } from './token/corpToken.ts'
import { memoryTokenStore } from './token/memoryTokenStore.ts'

// The secret and the token each begin with the first text of their list and end with the second. The tests search the
// output for these texts, because no encoding changes letters and digits.
const secretEnds = ['secret7f3a', 'secret9d2e'] as const
const tokenEnds = ['token91bc', 'token48ea'] as const
const special = '/+=%"<&>~\\_'
const secret = secretEnds.join(special)
const token = tokenEnds.join(special)

const consoleMethods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const
const printed: unknown[] = []

beforeEach(() => {
  printed.length = 0
  for (const method of consoleMethods) vi.spyOn(console, method).mockImplementation((...args) => printed.push(args))
})
afterEach(() => {
  vi.restoreAllMocks()
})

/**
 * Functions that encode the secret or the token, by name of the encoding. The simulated WeCom repeats the secret or the
 * token in its answer, encoded by one of these functions. The client must print neither the secret nor the token.
 */
const encodings: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'percent-encoded': encodeURIComponent,
  'percent-encoded in lower case': (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  'percent-encoded, every sign': (text) => text.replace(/\W|_/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a form field': (text) => new URLSearchParams({ '': text }).toString().slice(1),
  'as a URL': encodeURI,
  'as JSON': (text) => JSON.stringify(text),
  'as JSON with escapes': (text) =>
    text.replace(/\W/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'as HTML': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'as HTML with numbers': (text) => text.replace(/\W/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'as HTML with hexadecimal numbers': (text) => text.replace(/\W/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
}

/** Returns the values in the query of a URL, separated by spaces. They include the secret or the token. */
function secretsOf(url: string): string {
  return [...new URL(url, 'http://localhost').searchParams.values()].join(' ')
}

type Behaviour = (url: string, end: (status: number, body: string, type?: string) => void, destroy: () => void) => void

/**
 * Ways in which the simulated WeCom can answer a request, by name. In each test, the simulated WeCom uses one of them
 * either for the call or for `gettoken` (the request for a token). All other requests succeed.
 */
const behaviours: Record<string, Behaviour> = {
  success: (_url, end) => end(200, '{"errcode":0,"errmsg":"ok","value":1}'),
  'a refusal that repeats the URL': (url, end) => end(200, JSON.stringify({ errcode: 40058, errmsg: `bad ${url}` })),
  'a rejected token': (url, end) => end(200, JSON.stringify({ errcode: 42001, errmsg: `expired ${url}` })),
  'an HTML page that repeats the URL': (url, end) => end(200, `<html>${url}</html>`),
  'HTTP 502 that repeats the URL': (url, end) => end(502, `<html>${url}</html>`),
  'HTTP 502 that repeats the values': (url, end) => end(502, `bad ${secretsOf(url)}`),
  'JSON that breaks off': (url, end) => end(200, `{"errcode":0,"url":"${url}`),
  'a result that does not fit': (url, end) => end(200, JSON.stringify({ errcode: 0, value: url })),
  'a broken connection': (_url, _end, destroy) => destroy(),
  'a Content-Type that repeats the URL': (url, end) => end(200, 'no JSON', `text/plain; from="${url}"`),
  'a Content-Type that repeats the values': (url, end) => end(200, 'no JSON', secretsOf(url)),
  ...Object.fromEntries(
    Object.entries(encodings).map(([name, encode]): [string, Behaviour] => [
      `a refusal that repeats the values ${name}`,
      (url, end) => end(200, JSON.stringify({ errcode: 40058, errmsg: `bad ${encode(secretsOf(url))}!` })),
    ]),
  ),
}

const cases = Object.keys(behaviours).flatMap((name) =>
  (['call', 'gettoken'] as const).flatMap((where) =>
    transports.map(([over, transport]) => [name, where, over, transport] as const),
  ),
)

test.each(cases)('%s (%s, over %s): no output holds the secret or the token', async (name, where, _over, transport) => {
  const behave = behaviours[name] ?? expect.fail(`nothing called ${name}`)
  const server = await loopbackServer((request, response) => {
    const url = request.url ?? ''
    const end = (status: number, body: string, type = 'text/plain'): void =>
      void response.writeHead(status, { 'content-type': type }).end(body)
    const isTokenCall = url.startsWith('/cgi-bin/gettoken')
    if (isTokenCall === (where === 'gettoken')) behave(url, end, () => request.socket.destroy())
    else if (isTokenCall) end(200, JSON.stringify({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 }))
    else end(200, '{"errcode":0,"value":1}')
  })

  const keys: string[] = []
  const store = memoryTokenStore()
  const emitted: unknown[] = []
  const client = createClient({
    transport,
    baseUrl: server.url,
    retry: { limit: 1, minDelay: 0 },
    token: corpToken({
      corpId: 'ww1',
      secret,
      store: {
        ...store,
        get: (key) => {
          keys.push(key)
          return store.get(key)
        },
      },
    }),
    onEvent: (event) => emitted.push(event),
    onMismatch: (event) => emitted.push(event),
  })
  for (const effect of ['read', 'send'] as const) {
    await client.request(sampleEndpoint(effect), { id: 'a' }).catch((error: unknown) => emitted.push(error))
  }
  await server.close()

  expect(server.arrived.map(secretsOf).join()).toContain(secret)
  expect(emitted.length).toBeGreaterThan(0)
  expect(keys.length).toBeGreaterThan(0)
  const everything = inspect([emitted, keys, printed], { depth: Infinity, showHidden: true, maxStringLength: null })
  for (const end of [...secretEnds, ...tokenEnds]) expect(everything).not.toContain(end)
  expect(everything).not.toContain('127.0.0.1')
})
