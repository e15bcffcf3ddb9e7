import type { AnyEndpoint } from '@wecom/core'
import type { CorsOptions } from '../ProxyOptions.ts'

/** Decides which pages may call the proxy, and sets the CORS headers. */
export interface Origins {
  /** Whether the request comes from a page of another origin that is not allowed. */
  isForeign(request: Request): boolean
  /**
   * Whether a page of another origin may have caused this call without a header that says so. Over plain HTTP,
   * navigations and images have neither `Origin` nor `Sec-Fetch-Site`, but send the member's cookie. A link in a mail
   * always has `Sec-Fetch-Site: none`.
   */
  needsProof(request: Request, endpoint: AnyEndpoint): boolean
  /**
   * Returns the answer to a preflight of an allowed page, or undefined if the request is not such a preflight. The
   * answer is the same for all paths, because preflights have no credentials, so anybody could use them to find
   * endpoints.
   */
  preflight(request: Request): Response | undefined
  /** Adds the headers with which an allowed page can read the answer. */
  mark(response: Response, request: Request): Response
}

const requestHeaders: readonly string[] = ['authorization', 'content-type', 'range']
/** The methods of WeCom's endpoints. */
const allowedMethods = 'GET, POST'
/** Response headers that callers and downloads need. Browsers hide them unless the proxy exposes them. */
const exposedHeaders = 'accept-ranges, content-disposition, content-length, content-range, retry-after'
/** Time for which browsers remember a preflight, in seconds. */
const maxAge = 600

/**
 * Creates the rules for origins. There are no wildcards, because with them every page that a member opens could call
 * the proxy.
 * @throws {TypeError} an origin is not exact.
 */
export function createOrigins(cors: CorsOptions | undefined): Origins {
  const { origins = [], credentials = false, headers = [] } = cors ?? {}
  for (const origin of origins) {
    if (!isExact(origin))
      throw new TypeError(
        `createProxy: cors.origins must contain origins such as https://crm.example.com, got "${origin}"`,
      )
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
 * name the source in a header that pages cannot set. For old browsers and pages without TLS, this function compares
 * hosts instead.
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
