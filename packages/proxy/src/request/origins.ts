import type { AnyEndpoint } from '@wecom/core'
import type { CorsOptions } from '../ProxyOptions.ts'

export interface Origins {
  /**
   * Returns whether the request comes from a foreign page. The origin of a foreign page is neither the origin of the
   * proxy nor an entry of `cors.origins`. Returns false if the headers name no page.
   */
  isForeign(request: Request): boolean
  /**
   * Returns whether the proxy must refuse a GET request, because a page of another origin may have caused it. The proxy
   * must refuse the request if all three are true:
   * - The endpoint creates or sends something.
   * - The request has a cookie.
   * - No header proves that the request comes from a page that may call the proxy.
   *
   * Browsers do not always send such a header. For links and images over plain HTTP, they send the cookie, but no
   * header with the origin of the page.
   */
  needsProof(request: Request, endpoint: AnyEndpoint): boolean
  /**
   * Returns the response to a preflight request, which browsers send before a request from another origin. The response
   * is the same for every path, because anybody can send preflight requests without signing in. Different responses
   * would reveal which endpoints exist.
   *
   * @returns undefined if the request is not a preflight request, or if its page is not allowed to call the proxy.
   */
  preflight(request: Request): Response | undefined
  mark(response: Response, request: Request): Response
}

const requestHeaders: readonly string[] = ['authorization', 'content-type', 'range']
const allowedMethods = 'GET, POST'
// Pages need these response headers, above all for downloads. Browsers hide them from pages of other origins unless the
// proxy lists them.
const exposedHeaders = 'accept-ranges, content-disposition, content-length, content-range, retry-after'
// How long a browser caches the response to a preflight request, in seconds.
const maxAge = 600

export function createOrigins(cors: CorsOptions | undefined): Origins {
  const { origins = [], credentials = false, headers = [] } = cors ?? {}
  for (const origin of origins) {
    // With a wildcard, any page that a member opens could call the proxy.
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
 * Tells whether a request comes from a page that may call the proxy. Returns `own` for a page of the proxy's origin or
 * of an allowed origin, `foreign` for another page, and undefined if no header shows that a page sent the request.
 *
 * Browsers send the origin of the page in headers that pages cannot change. The header `Sec-Fetch-Site` is missing over
 * plain HTTP and in old browsers. If it is missing, the function compares the host in `Origin` with the host of the
 * request.
 */
function sourceOf(request: Request, allowed: ReadonlySet<string>): 'foreign' | 'own' | undefined {
  if (isAllowed(allowed, request)) return 'own'
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return 'own'
  if (site !== null) return site === 'none' ? undefined : 'foreign'
  const origin = request.headers.get('origin')
  if (origin === null) return undefined
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host ? 'own' : 'foreign'
}
