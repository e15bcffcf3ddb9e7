import type { FakeCorp } from '@wecom/mock'
import { type HttpHandler, HttpResponse, http } from 'msw'

const prefix = '/cgi-bin/'

/** Which calls the handlers answer. */
export interface WecomHandlersOptions {
  /**
   * Names of endpoints (`getContact`) or beginnings of paths (`/cgi-bin/externalcontact/`). Other requests fall through to
   * the handlers behind these. If left out, the corp answers everything under `/cgi-bin/`, unknown paths with WeCom's 404.
   */
  readonly only?: readonly string[] | undefined
}

/**
 * MSW handlers that answer as the fake corp does, on any host: for `setupServer` and `setupWorker`.
 *
 * @param corp - made by `createFakeCorp` of `@wecom/mock`.
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
  // One handler for all endpoints: MSW tries handlers one by one.
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
