import { Readable } from 'node:stream'
import { Agent, type Dispatcher, Pool, ProxyAgent } from 'undici'
import type { Transport, TransportRequest } from '../Transport.ts'
import { type ExchangeHandler, UndiciExchange } from './UndiciExchange.ts'

/** The part of undici's `Dispatcher` that is used. The types of undici 7 and 8 differ in the rest. */
export interface UndiciDispatcher {
  dispatch(options: DispatchOptions, handler: ExchangeHandler): boolean
}

interface DispatchOptions {
  origin: string
  path: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: string | Readable | null
  headersTimeout: number
}

export interface UndiciTransportOptions {
  /**
   * Where requests go: an `Agent`, `EnvHttpProxyAgent` or `MockAgent` of undici 7 or 8 that you have set up. You close
   * it. Default: connections of the transport's own.
   */
  readonly dispatcher?: UndiciDispatcher | undefined
  /**
   * The HTTP proxy that all requests go through, e.g. `http://user:password@10.0.0.7:3128`. No error and no event holds
   * it. Not together with `dispatcher`.
   */
  readonly proxy?: string | URL | undefined
}

export interface UndiciTransport extends Transport {
  /** Waits for requests on their way, then closes the connections. A `dispatcher` of your own stays open. */
  close(): Promise<void>
}

/**
 * Sends over undici's `dispatch`: on Node two to three times as many calls per second as `fetch`, and through a proxy.
 * Connections are kept and used again, over HTTP/1.1.
 *
 * Create one and share it: clients over the same transport share its connections. Idle connections do not keep a
 * process running.
 *
 * @returns the transport, for the option `transport` of `createClient`.
 * @throws {TypeError} `proxy` is not an http or https URL, or there is a `dispatcher` beside it.
 *
 * @example
 * const transport = undiciTransport({ proxy: process.env.WECOM_PROXY })
 * const client = createClient({ token, transport })
 */
export function undiciTransport({ dispatcher, proxy }: UndiciTransportOptions = {}): UndiciTransport {
  if (dispatcher && proxy) throw new TypeError('undiciTransport: give dispatcher or proxy, not both')
  if (dispatcher) return { send: (request) => send(dispatcher, request), close: async () => undefined }
  const own = proxy ? connectThrough(proxy) : new Agent({ allowH2: false })
  return { send: (request) => send(own, request), close: () => own.close() }
}

/** The agent for a proxy. Undici gets the credentials as a header, since it keeps the URL whole. */
function connectThrough(proxy: string | URL): ProxyAgent {
  // The error of `new URL` would hold the credentials.
  const url = URL.canParse(String(proxy)) ? new URL(proxy) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new TypeError('undiciTransport: proxy must be an http or https URL, such as http://10.0.0.7:3128')
  }
  const credentials = url.username && `${decode(url.username)}:${decode(url.password)}`
  return new ProxyAgent({
    uri: url.origin,
    allowH2: false,
    // Undici 7 would open a tunnel for http as well, which proxies tend to refuse.
    proxyTunnel: false,
    clientFactory: poolOfProxy,
    ...(credentials && { token: `Basic ${Buffer.from(credentials).toString('base64')}` }),
  })
}

/**
 * The connections to a proxy. Undici 7 takes the error of a proxy that hangs up for one of an established connection,
 * and then connects again and again, even when no call waits any more.
 */
function poolOfProxy(origin: URL, options: object): Pool {
  const pool = new Pool(origin, options)
  const connect: (tunnel: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData> = pool.connect.bind(pool)
  return Object.assign(pool, {
    connect: async (tunnel: Dispatcher.ConnectOptions) => {
      try {
        return await connect(tunnel)
      } catch (error) {
        const { code } = error as { code?: unknown }
        throw code === 'UND_ERR_SOCKET'
          ? Object.assign(new Error('the proxy hung up'), { code: 'UND_ERR_PRX_CONN' })
          : error
      }
    },
  })
}

/** A user name or password of a URL. A `%` that encodes nothing stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function send(
  dispatcher: UndiciDispatcher,
  { method, url, headers, body, stopped }: TransportRequest,
): ReturnType<Transport['send']> {
  const { origin, pathname, search } = new URL(url)
  const exchange = new UndiciExchange()
  void stopped.then((reason) => exchange.stop(reason))
  dispatcher.dispatch(
    {
      origin,
      path: pathname + search,
      method,
      headers: body instanceof Blob ? { ...headers, 'content-length': String(body.size) } : headers,
      body: body instanceof Blob ? Readable.from(body.stream()) : (body ?? null),
      // The client has a time limit of its own.
      headersTimeout: 0,
    },
    exchange,
  )
  return exchange.answer
}
