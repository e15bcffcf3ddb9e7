import type { AnyEndpoint } from '@wecom/core'
import type { CorsOptions } from '../ProxyOptions.ts'

/** Which pages may call, and what browsers are told about it. */
export interface Origins {
  /** Whether a browser sent this on behalf of a page that is neither ours nor allowed. */
  isForeign(request: Request): boolean
  /**
   * Whether a foreign page may be behind this call without its browser saying so. Over plain HTTP a navigation and an
   * image have neither `Origin` nor `Sec-Fetch-Site`, yet carry the member's cookie. A link in a mail has
   * `Sec-Fetch-Site: none` everywhere.
   */
  needsProof(request: Request, endpoint: AnyEndpoint): boolean
  /**
   * The answer to a browser that asks whether an allowed page may send a request; undefined where none asks. It is the
   * same for all paths: browsers ask without credentials, so that anybody could learn from it which endpoints there are.
   */
  preflight(request: Request): Response | undefined
  /** The answer with what lets an allowed page read it. */
  mark(response: Response, request: Request): Response
}

const requestHeaders: readonly string[] = ['authorization', 'content-type', 'range']
/** Those of WeCom's endpoints. */
const allowedMethods = 'GET, POST'
/** Those that the client and its downloads look at, and that browsers hide unless told. */
const exposedHeaders = 'accept-ranges, content-disposition, content-length, content-range, retry-after'
/** Seconds for which browsers remember a preflight. */
const maxAge = 600

/**
 * @throws {TypeError} an origin is not exact. There is no wildcard: with one, every page that a member opens could call.
 */
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
 * Whose page a request comes from: one of the proxy's own origin or an allowed one, another one, or none that the
 * browser names. Browsers say so in a header that pages cannot set; old ones, and pages without TLS, leave it to
 * comparing hosts.
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
