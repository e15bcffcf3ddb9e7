import type { AnyEndpoint } from '@wecom/core'
import { toResponse } from './answer/toResponse.ts'
import { authenticateCaller } from './authenticateCaller.ts'
import { authorizeCall } from './authorizeCall.ts'
import { createLimits } from './Limits.ts'
import { checkParams } from './params/checkParams.ts'
import { answered, failed, type Outcome, refused } from './Outcome.ts'
import type { FetchHandler, ProxyOptions } from './ProxyOptions.ts'
import { Refusal } from './Refusal.ts'
import { report } from './report.ts'
import { createOrigins } from './request/origins.ts'
import { readParams } from './request/readParams.ts'
import { readRange } from './request/readRange.ts'
import { createRoutes } from './routes.ts'

/**
 * Creates a proxy between your pages and WeCom. The proxy is a function that takes a `Request` and returns a promise of
 * a `Response`. Callers use the paths of WeCom's API, but send no token. The proxy checks each request, and then calls
 * WeCom with the client in the option `client`.
 *
 * In your page, create another client of this SDK. Set its option `token` to `proxied()`, and its option `baseUrl` to
 * the URL of the proxy.
 *
 * @param options - {@link ProxyOptions}
 * @returns the proxy. Its promise never rejects: every failure becomes a response and an event.
 * @throws {TypeError} two endpoints have the same path; an endpoint has a token or secret in its parameters or result;
 *   `authenticate` or `authorize` is missing; `prefix` is not a path; or an entry of `cors.origins` is not an origin.
 * @throws {RangeError} a limit is not a positive integer, or a time limit is too long for `setTimeout`.
 *
 * @example
 * const proxy = createProxy({
 *   client: createClient({ token: corpToken({ corpId, secret }) }),
 *   endpoints: [getContactEndpoint, listContactIdsEndpoint],
 *   authenticate: ({ headers }) => findSession(headers.get('authorization')),
 *   authorize: ({ caller, endpoint, params }) =>
 *     endpoint.name === 'listContactIds' ? { ...params, userid: caller.userid } : caller.isAdmin,
 *   prefix: '/wecom',
 * })
 */
export function createProxy<Caller>(options: ProxyOptions<Caller>): FetchHandler {
  const { authenticate, authorize, client, endpoints, prefix = '', cors } = options
  // For JavaScript callers: otherwise every call would be refused without a reason.
  if (typeof authenticate !== 'function') throw new TypeError('createProxy: authenticate must be a function')
  if (typeof authorize !== 'function') throw new TypeError('createProxy: authorize must be a function')
  const routes = createRoutes(endpoints, prefix)
  const origins = createOrigins(cors)
  const limits = createLimits(options)

  async function settle(request: Request): Promise<Outcome> {
    const startedAt = performance.now()
    const { pathname } = new URL(request.url)
    if (origins.isForeign(request)) return refused(undefined, new Refusal('origin'))
    const preflight = pathname.startsWith(`${prefix}/`) ? origins.preflight(request) : undefined
    if (preflight) return { response: preflight }
    const { caller, refusal } = await authenticateCaller(authenticate, request, limits.authenticateTimeout)
    if (refusal) return refused(undefined, refusal)

    // Only a caller learns which endpoints exist: up to here, all paths get the same answer.
    const endpoint = routes.get(pathname)
    if (!endpoint) return refused(undefined, new Refusal('unlisted'))
    try {
      return answered(endpoint, await makeCall(endpoint, caller, request), performance.now() - startedAt)
    } catch (error) {
      return error instanceof Refusal
        ? refused(endpoint, error)
        : failed(endpoint, error, performance.now() - startedAt)
    }
  }

  async function makeCall(endpoint: AnyEndpoint, caller: Caller, request: Request): Promise<Response> {
    if (request.method !== endpoint.method) throw new Refusal('method')
    if (origins.needsProof(request, endpoint)) throw new Refusal('cookie')
    const headers = readRange(endpoint, request)
    const { fields, inQuery } = await readParams(endpoint, request, limits)
    const { params, issue } = checkParams(endpoint, fields, inQuery)
    if (issue) throw new Refusal('bad_params', { issue })
    const granted = await authorizeCall(authorize, { caller, request, endpoint, params }, limits.authorizeTimeout)
    return toResponse(endpoint, await client.request(endpoint, granted, { signal: request.signal, headers }))
  }

  return async (request) => {
    const { response, event } = await settle(request)
    if (event) void report(options, event, request)
    return origins.mark(response, request)
  }
}
