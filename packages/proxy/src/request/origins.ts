import type { AnyEndpoint } from '@wecom/core'
import type { CorsOptions } from '../ProxyOptions.ts'

/** Decides which pages may call, and sets the CORS headers. */
export interface Origins {
  /** Whether the request comes from a page of another origin that is not allowed. */
  isForeign(request: Request): boolean
  /**
   * Whether a foreign page may have caused this call without a header that says so. Over plain HTTP, navigations and
   * images have neither `Origin` nor `Sec-Fetch-Site`, but send the member's cookie. A link in a mail always has
   * `Sec-Fetch-Site: none`.
   */
  needsProof(request: Request, endpoint: AnyEndpoint): boolean
  /**
   * Returns the answer to a preflight of an allowed page; undefined if the request is not one. The answer is the same
   * for all paths: preflights have no credentials, so anybody could use them to find endpoints.
   */
  preflight(request: Request): Response | undefined
  /** Adds the headers with which an allowed page can read the answer. */
  mark(response: Response, request: Request): Response
}

const requestHeaders: readonly string[] = ['authorization', 'content-type', 'range']
/** The methods of WeCom's endpoints. */
const allowedMethods = 'GET, POST'
/** Headers that the client and downloads read. Browsers hide them unless they are exposed. */
const exposedHeaders = 'accept-ranges, content-disposition, content-length, content-range, retry-after'
/** Seconds for which browsers remember a preflight. */
const maxAge = 600

/** @throws {TypeError} an origin is not exact. There are no wildcards: every page that a member opens could call. */
export function createOrigins(cors: CorsOptions | undefined): Origins {
  const { origins = [], credentials = false, headers = [] } = cors ?? {}
  for (const origin of origins) {
    if (!isExact(origin)) throw new TypeError(`createProxy: "${origin}" is not an origin like https://crm.example.com`)
  }
  const allowed = new Set(origins)
  const allowedHeaders = [...requestHeaders, ...headers].join(', ')

  return {
    isForeign: (request) => sourceOf(request, allowed) === 'foreign',
    needsProof: (request, { effect }) =>
      request.method === 'GET' &&
      (effect === 'create' || effect === 'send') &&
      request.headers.has('cookie') &&
      sourceOf(request, allowed) !== 'own',
    preflight: (request) => {
      const asks = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
      if (!asks || !isAllowed(allowed, request)) return undefined
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-methods': allowedMethods,
          'access-control-allow-headers': allowedHeaders,
          'access-control-max-age': String(maxAge),
        },
      })
    },
    mark: (response, request) => {
      if (allowed.size === 0) return response
      const marked = new Response(response.body, response)
      marked.headers.append('vary', 'origin')
      if (isAllowed(allowed, request)) {
        marked.headers.set('access-control-allow-origin', request.headers.get('origin') ?? '')
        marked.headers.set('access-control-expose-headers', exposedHeaders)
        if (credentials) marked.headers.set('access-control-allow-credentials', 'true')
      }
      return marked
    },
  }
}

function isExact(origin: string): boolean {
  return /^https?:[^*]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
}

function isAllowed(allowed: ReadonlySet<string>, { headers }: Request): boolean {
  return allowed.has(headers.get('origin') ?? '')
}

/**
 * Returns the source of a request: a page of the proxy's own or an allowed origin, another page, or unknown. Browsers
 * send it in a header that pages cannot set. For old browsers and pages without TLS it compares hosts.
 */
function sourceOf(request: Request, allowed: ReadonlySet<string>): 'foreign' | 'own' | 'unknown' {
  if (isAllowed(allowed, request)) return 'own'
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return 'own'
  if (site !== null) return site === 'none' ? 'unknown' : 'foreign'
  const origin = request.headers.get('origin')
  if (origin === null) return 'unknown'
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host ? 'own' : 'foreign'
}
