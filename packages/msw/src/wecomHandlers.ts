import type { FakeCorp } from '@wecom/mock'
import { type HttpHandler, HttpResponse, http } from 'msw'

const prefix = '/cgi-bin/'

/** Options of `wecomHandlers`: the calls that the handlers answer. */
export interface WecomHandlersOptions {
  /**
   * Calls that the handlers answer. Each entry is the name of an endpoint (`getContact`), or the beginning of a path
   * (`/cgi-bin/externalcontact/`). Default: every path under `/cgi-bin/`. The fake corp answers unknown paths with HTTP
   * status 404, as WeCom does. MSW passes all other requests to the handlers that follow these handlers.
   */
  readonly only?: readonly string[] | undefined
}

/**
 * Returns handlers for MSW that pass requests to a fake corp. The handlers accept requests to any host. Pass the
 * returned handlers to `setupServer` or `setupWorker`.
 *
 * @param corp - fake corp that `createFakeCorp` of `@wecom/mock` created.
 * @param options - {@link WecomHandlersOptions}
 * @throws {InputError} `only` contains the name of an endpoint that the fake corp does not serve.
 *
 * @example
 * const corp = createFakeCorp()
 * const server = setupServer(...wecomHandlers(corp))
 * beforeAll(() => server.listen())
 * afterEach(() => corp.reset())
 * afterAll(() => server.close())
 */
export function wecomHandlers(corp: FakeCorp, { only }: WecomHandlersOptions = {}): HttpHandler[] {
  const isMeant = only ? matcher(corp, only) : (): boolean => true
  // One handler serves all endpoints, because MSW tries its handlers one by one.
  return [
    http.all(`*${prefix}*`, async ({ request }) => {
      const { pathname } = new URL(request.url)
      if (!isMeant(pathname.slice(pathname.indexOf(prefix)))) return undefined
      try {
        return await corp.fetch(request)
      } catch (error) {
        if (request.signal.aborted) throw error
        return HttpResponse.error()
      }
    }),
  ]
}

function matcher({ endpoints }: FakeCorp, only: readonly string[]): (path: string) => boolean {
  const prefixes = only.filter((one) => one.startsWith('/'))
  const paths = new Set<string>(only.filter((one) => !one.startsWith('/')).map((name) => endpoints.get(name).path))
  return (path) => paths.has(path) || prefixes.some((one) => path.startsWith(one))
}
