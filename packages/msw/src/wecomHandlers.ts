import type { FakeCorp } from '@wecom/mock'
import { type HttpHandler, HttpResponse, http } from 'msw'

const prefix = '/cgi-bin/'

/** Options of `wecomHandlers`. */
export interface WecomHandlersOptions {
  /**
   * Calls that the handlers answer: names of endpoints (`getContact`) or beginnings of paths
   * (`/cgi-bin/externalcontact/`). MSW passes all other requests to the handlers that follow in its list. Default:
   * every path under `/cgi-bin/`; the corp answers unknown paths with WeCom's 404.
   */
  readonly only?: readonly string[] | undefined
}

/**
 * Returns MSW handlers that pass requests to a fake corp, whatever their host. For `setupServer` and `setupWorker`.
 *
 * @param corp - fake corp made by `createFakeCorp` of `@wecom/mock`.
 * @param options - {@link WecomHandlersOptions}
 * @throws {InputError} `only` names an endpoint that the corp does not have.
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
