import { execFile } from 'node:child_process'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { inspect, promisify } from 'node:util'
import { EnvHttpProxyAgent as EnvHttpProxyAgent7, fetch as fetch7 } from 'undici7'
import { EnvHttpProxyAgent as EnvHttpProxyAgent8, fetch as fetch8 } from 'undici8'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import type { ClientConfig } from '../../client/types.ts'
import type { Effect } from '../../endpoint/Endpoint.ts'
import { type LoopbackProxy, loopbackProxy } from '../../testing/fixtures/loopbackProxy.node.ts'
import { type LoopbackServer, loopbackServer } from '../../testing/fixtures/loopbackServer.node.ts'
import { sampleEndpoint } from '../../testing/fixtures/sampleEndpoint.ts'
import { selfSignedCertificate } from '../../testing/fixtures/selfSignedCertificate.node.ts'
import { staticToken } from '../../token/staticToken.ts'
import { undiciTransport, type UndiciTransport, type UndiciTransportOptions } from './undiciTransport.ts'

const certificate = selfSignedCertificate()
const trusted = getCACertificates()
setDefaultCACertificates([...trusted, certificate.cert])

/** User and password that must arrive at the proxy. `inUrl` contains the same text, percent-encoded for a URL. */
const credentials = 'user7f3a:pass/+=%9d2e'
const inUrl = 'user7f3a:pass%2F%2B%3D%259d2e'

let proxy: LoopbackProxy
/** HTTPS server that simulates WeCom. `arrived` lists the paths of the requests that arrived, with their queries. */
let wecom: { url: string; arrived: string[]; close: () => Promise<void> }
const opened: UndiciTransport[] = []

beforeEach(async () => {
  proxy = await loopbackProxy()
  const arrived: string[] = []
  const server = createTlsServer({ ...certificate, ALPNProtocols: ['h2', 'http/1.1'] }, (request, response) => {
    arrived.push(request.url ?? '')
    response.end('{"errcode":0,"value":1}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  wecom = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
})
afterEach(async () => {
  vi.useRealTimers()
  await proxy.close()
  await wecom.close()
  await Promise.all(opened.splice(0).map((transport) => transport.close()))
})

async function transportOver(major: 'undici7' | 'undici8', options: UndiciTransportOptions): Promise<UndiciTransport> {
  vi.resetModules()
  vi.doMock('undici', () => (major === 'undici7' ? import('undici7') : import('undici8')))
  const { undiciTransport: create } = await import('./undiciTransport.ts')
  const transport = create(options)
  opened.push(transport)
  return transport
}

function call(config: Partial<ClientConfig>, effect: Effect = 'send'): Promise<object> {
  return createClient({ token: staticToken('tok'), baseUrl: wecom.url, retry: { minDelay: 0 }, ...config }).request(
    sampleEndpoint(effect),
    { id: 'a' },
  )
}

describe.each(['undici7', 'undici8'] as const)('over %s', (major) => {
  const through = (settings = `http://${inUrl}@${proxy.host}`): Promise<UndiciTransport> =>
    transportOver(major, { proxy: settings })

  test('default: calls go through a tunnel, and the credentials to the proxy alone', async () => {
    const transport = await through()
    for (let index = 0; index < 5; index++) expect(await call({ transport })).toEqual({ value: 1 })

    expect(wecom.arrived).toHaveLength(5)
    // For one turn of the event loop the first connection is still busy.
    expect(proxy.requests.length).toBeLessThanOrEqual(2)
    expect(proxy.requests[0]).toEqual({
      method: 'CONNECT',
      target: new URL(wecom.url).host,
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    })
  })

  test('behavior: without a proxy, calls use HTTP/1.1 although the server offers HTTP/2', async () => {
    expect(await call({ transport: await transportOver(major, {}) })).toEqual({ value: 1 })
    expect(proxy.requests).toEqual([])
  })

  test('behavior: a proxy without credentials, given as a URL', async () => {
    const transport = await transportOver(major, { proxy: new URL(`http://${proxy.host}`) })

    expect(await call({ transport })).toEqual({ value: 1 })
    expect(proxy.requests).toMatchObject([{ method: 'CONNECT', authorization: undefined }])
  })

  test.each([
    ['a user without a password', 'user7f3a', 'user7f3a:'],
    ['a percent sign that encodes nothing', 'user7f3a:100%', 'user7f3a:100%'],
  ])('behavior: %s', async (_what, given, sent) => {
    await call({ transport: await through(`http://${given}@${proxy.host}`) })

    expect(proxy.requests).toMatchObject([{ authorization: `Basic ${Buffer.from(sent).toString('base64')}` }])
  })

  test('behavior: a call over http is forwarded', async () => {
    const server: LoopbackServer = await loopbackServer((_request, response) => response.end('{"errcode":0,"value":2}'))
    const transport = await through()

    expect(await call({ transport, baseUrl: server.url })).toEqual({ value: 2 })
    expect(proxy.requests).toMatchObject([
      { method: 'POST', target: `${server.url}/cgi-bin/sample?access_token=tok`, authorization: expect.any(String) },
    ])
    await server.close()
  })

  test.each([403, 502] as const)('error: a proxy that refuses with %d: nothing was sent', async (status) => {
    proxy.behaviour = status
    const transport = await through()

    await expect(call({ transport })).rejects.toMatchObject({
      kind: 'network',
      code: `PROXY_STATUS_${status}`,
      ambiguous: false,
    })
    expect(proxy.requests).toHaveLength(1)
  })

  test('behavior: a read is sent again, and works when the proxy is back', async () => {
    proxy.behaviour = 502
    const transport = await through()
    const onEvent: ClientConfig['onEvent'] = ({ type }) => {
      if (type === 'retry') proxy.behaviour = 'pass'
    }

    expect(await call({ transport, onEvent }, 'read')).toEqual({ value: 1 })
    expect(proxy.requests).toHaveLength(2)
  })

  test('error: wrong credentials are sent once, because the proxy may lock the account', async () => {
    proxy.behaviour = 407
    const transport = await through()

    await expect(call({ transport }, 'read')).rejects.toMatchObject({ code: 'PROXY_STATUS_407', ambiguous: false })
    expect(proxy.requests).toHaveLength(1)
  })

  test('error: a proxy that closes the connection: nothing was sent', async () => {
    proxy.behaviour = 'close'
    const transport = await through()

    await expect(call({ transport })).rejects.toMatchObject({ code: 'UND_ERR_PRX_CONN', ambiguous: false })
    expect(proxy.requests).toHaveLength(1)
    expect(wecom.arrived).toEqual([])
  })

  test('error: a proxy that answers something other than HTTP: nothing was sent', async () => {
    proxy.behaviour = 'ssh'
    const transport = await through()

    await expect(call({ transport })).rejects.toMatchObject({ code: 'UND_ERR_PRX_CONN', ambiguous: false })
    expect(wecom.arrived).toEqual([])
  })

  test('error: a proxy that does not answer: nothing was sent, and close ends', async () => {
    proxy.behaviour = 'silent'
    const transport = await through()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const failed = expect(call({ transport, retry: false })).rejects.toMatchObject({
      code: 'UND_ERR_PRX_CONN',
      ambiguous: false,
    })
    await vi.waitFor(() => expect(proxy.requests).toHaveLength(1), 20_000)
    for (let second = 0; second < 10; second++) await vi.advanceTimersByTimeAsync(1_000)
    await failed
    await transport.close()
  })

  test('error: a proxy that cannot be reached: nothing was sent', async () => {
    const transport = await through()
    await proxy.close()

    await expect(call({ transport })).rejects.toMatchObject({ code: 'ECONNREFUSED', ambiguous: false })
  })

  test('error: a server behind the proxy with an untrusted certificate', async () => {
    setDefaultCACertificates(trusted)
    const transport = await through()

    await expect(call({ transport })).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', ambiguous: false })
    setDefaultCACertificates([...trusted, certificate.cert])
  })

  test('behavior: no error and no event holds the credentials', async () => {
    const emitted: unknown[] = []
    for (const behaviour of ['pass', 'close', 403, 407, 502] as const) {
      proxy.behaviour = behaviour
      for (const baseUrl of [wecom.url, 'http://127.0.0.1:1']) {
        const transport = await through()
        const config = { transport, baseUrl, timeout: 2_000, retry: { limit: 1, minDelay: 0 } }
        const events = { onEvent: (event: unknown) => void emitted.push(event) }
        emitted.push(await call({ ...config, ...events }, 'read').catch((error: unknown) => error))
      }
    }
    for (const given of [`http://${inUrl}@:80:80`, `socks5://${inUrl}@${proxy.host}`, `${inUrl}@${proxy.host}`]) {
      emitted.push(await through(given).catch((error: unknown) => error))
    }

    expect(proxy.requests.length).toBeGreaterThan(5)
    expect(emitted.length).toBeGreaterThan(20)
    const everything = inspect(emitted, { depth: Infinity, showHidden: true, maxStringLength: null })
    const base64 = Buffer.from(credentials).toString('base64')
    for (const secret of ['user7f3a', '9d2e', base64, Buffer.from('user7f3a').toString('base64').slice(0, 10)]) {
      expect(everything).not.toContain(secret)
    }
  })
})

describe.each([
  ['EnvHttpProxyAgent of undici 7', EnvHttpProxyAgent7],
  ['EnvHttpProxyAgent of undici 8', EnvHttpProxyAgent8],
])('over %s', (_name, ProxyAgent) => {
  const agent = (): InstanceType<typeof ProxyAgent> =>
    new ProxyAgent({ httpsProxy: `http://${inUrl}@${proxy.host}`, noProxy: '', allowH2: false })

  test('behavior: EnvHttpProxyAgent as dispatcher', async () => {
    const dispatcher = agent()
    const transport = undiciTransport({ dispatcher })
    expect(await call({ transport })).toEqual({ value: 1 })
    proxy.behaviour = 502
    await dispatcher.destroy()

    const another = undiciTransport({ dispatcher: agent() })
    await expect(call({ transport: another })).rejects.toMatchObject({ code: 'PROXY_STATUS_502', ambiguous: false })
  })
})

test.each([
  ['7', EnvHttpProxyAgent7, fetch7],
  ['8', EnvHttpProxyAgent8, fetch8],
])('behavior: fetch of undici %s over a proxy that refuses: nothing was sent', async (_major, ProxyAgent, send) => {
  proxy.behaviour = 502
  const dispatcher = new ProxyAgent({ httpsProxy: `http://${proxy.host}`, noProxy: '' })
  const over = send as unknown as (url: string, init: object) => Promise<Response>
  const fetch: ClientConfig['fetch'] = (url, init) => over(url as string, { ...init, dispatcher })

  await expect(call({ fetch })).rejects.toMatchObject({ kind: 'network', code: 'UND_ERR_ABORTED', ambiguous: false })
  await dispatcher.destroy()
})

/** Returns the URL of a source file as a string literal, for the code of a program that runs in another process. */
function sourceOf(file: string): string {
  return JSON.stringify(new URL(`../../${file}`, import.meta.url).href)
}

test('behavior: the proxy of NODE_USE_ENV_PROXY, without undici', async () => {
  const program = `
    import { createClient, staticToken } from ${sourceOf('index.ts')}
    import { sampleEndpoint } from ${sourceOf('testing/fixtures/sampleEndpoint.ts')}
    const client = createClient({ token: staticToken('tok'), baseUrl: ${JSON.stringify(wecom.url)} })
    await client.request(sampleEndpoint('send'), { id: 'a' }).catch(({ code, ambiguous }) => console.log(code + ' ' + ambiguous))`
  proxy.behaviour = 502
  const args = ['--conditions=@wecom/source', '--input-type=module', '--eval', program]
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: `http://${inUrl}@${proxy.host}`, NO_PROXY: '' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })

  expect(proxy.requests).toMatchObject([{ authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }])
  expect(stdout).toBe('UND_ERR_ABORTED false\n')
})

test.each(['10.0.0.7:3128', 'ftp://10.0.0.7', 'http://', 'socks5://10.0.0.7'])('error: %s is no proxy', (given) => {
  expect(() => undiciTransport({ proxy: given })).toThrow(
    new TypeError('undiciTransport: proxy must be an http or https URL, such as http://10.0.0.7:3128'),
  )
})

test('behavior: a proxy over https is accepted', () => {
  expect(() => undiciTransport({ proxy: 'https://10.0.0.7:3128' })).not.toThrow()
})
