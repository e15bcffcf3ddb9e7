import { inspect } from 'node:util'
import { getContactEndpoint } from '@wecom/contacts'
import { corpToken, createClient } from '@wecom/core'
import { getMediaEndpoint, uploadMediaEndpoint } from '@wecom/media'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProxy } from './createProxy.ts'
import type { ProxyEvent } from './ProxyEvent.ts'

const secret = 'fixture-secret-7f3a'
const accessToken = 'fixture-token-91bc'
const upstream = 'upstream.fixture.test'

const consoleMethods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const
const printed: unknown[] = []

beforeEach(() => {
  printed.length = 0
  for (const method of consoleMethods) vi.spyOn(console, method).mockImplementation((...args) => printed.push(args))
})
afterEach(() => {
  vi.restoreAllMocks()
})

const show = (value: unknown): string => inspect(value, { depth: Infinity, showHidden: true, maxStringLength: null })

/**
 * Answers of the simulated WeCom to a request, by name. Each test uses one of them, either for the call or for
 * `gettoken` (the request for a token). The simulated WeCom answers the other request with success.
 */
const behaviours: Record<string, (url: string) => Response | Promise<Response>> = {
  success: () => Response.json({ errcode: 0, errmsg: 'ok', external_contact: {}, follow_user: [] }),
  'a result that repeats the URL': (url) => Response.json({ errcode: 0, errmsg: 'ok', note: `called ${url} for you` }),
  'a result that repeats the URL, encoded': (url) => Response.json({ errcode: 0, next: encodeURIComponent(url) }),
  'a result that holds the token': () => Response.json({ errcode: 0, follow_user: [{ access_token: accessToken }] }),
  'a refusal that repeats the URL': (url) => Response.json({ errcode: 40058, errmsg: `bad ${url}, from ip: 10.0.0.1` }),
  'a rejected token': (url) => Response.json({ errcode: 42001, errmsg: `expired ${url}` }),
  'an HTML page that repeats the URL': (url) => new Response(`<html>${url}</html>`),
  'HTTP 502 that repeats the URL': (url) =>
    new Response(url, { status: 502, statusText: 'Bad', headers: { via: url } }),
  'a redirect': (url) => new Response(null, { status: 307, headers: { location: url, 'retry-after': '9999' } }),
  'JSON that breaks off': (url) => new Response(`{"errcode":0,"url":"${url}`),
  'a broken connection': (url) => Promise.reject(new TypeError(`fetch failed: ${url}`, { cause: new Error(url) })),
  'a file with headers of its own': (url) =>
    new Response('picture', {
      headers: { 'content-type': 'image/png', 'x-url': url, 'set-cookie': `token=${accessToken}`, link: url },
    }),
}

const cases = Object.keys(behaviours).flatMap((name) =>
  (['call', 'gettoken'] as const).map((where) => [name, where] as const),
)

test.each(cases)('%s (%s): no output holds the secret, the token or an address', async (name, where) => {
  const behave = behaviours[name] ?? expect.fail(`nothing called ${name}`)
  const arrived: string[] = []
  const events: unknown[] = []
  const answered: unknown[] = []
  const client = createClient({
    baseUrl: `https://${upstream}`,
    retry: false,
    token: corpToken({ corpId: 'ww1', secret }),
    fetch: async (input) => {
      const { url } = new Request(input)
      arrived.push(url)
      const isTokenCall = url.includes('/cgi-bin/gettoken')
      if (isTokenCall === (where === 'gettoken')) return behave(url)
      return Response.json(
        isTokenCall ? { errcode: 0, access_token: accessToken, expires_in: 7200 } : { errcode: 0, errmsg: 'ok' },
      )
    },
  })
  const options = {
    client,
    endpoints: [getContactEndpoint, getMediaEndpoint, uploadMediaEndpoint],
    authenticate: () => true,
    authorize: () => true,
    cors: { origins: ['https://app.example.com'] },
  }
  const proxies = [createProxy({ ...options, onEvent: (event) => events.push(event) }), createProxy(options)]

  const form = new FormData()
  form.append('media', new File(['123456'], 'a.txt'))
  const headers = { origin: 'https://app.example.com' }
  const createRequests = (): Request[] => [
    new Request('https://crm.example.com/cgi-bin/externalcontact/get?external_userid=wm1', { headers }),
    new Request('https://crm.example.com/cgi-bin/media/get?media_id=m1', { headers }),
    new Request('https://crm.example.com/cgi-bin/media/upload?type=file', { method: 'POST', body: form, headers }),
  ]
  for (const proxy of proxies) {
    for (const request of createRequests()) {
      const response = await proxy(request)
      answered.push(response.status, response.statusText, [...response.headers], await response.text())
    }
  }

  expect(arrived.join()).toContain(secret)
  expect(answered).toHaveLength(4 * 2 * 3)
  expect(events).toHaveLength(3)
  // Without a listener the proxy logs each failed call.
  expect(printed).toHaveLength(events.filter((event) => (event as ProxyEvent).type === 'failed').length)
  const everything = show([answered, events, printed])
  expect(everything).not.toContain(secret)
  expect(everything).not.toContain(accessToken)
  // Events may hold the address: their reader runs the proxy.
  expect(show(answered)).not.toContain(upstream)
})
