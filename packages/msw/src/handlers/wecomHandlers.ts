import type { HttpHandler } from 'msw/http'
import { allServed } from '../allServed.ts'
import { createRoutes } from '../serve/routes.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { wecomHandler } from './wecomHandler.ts'

/**
 * MSW handlers that answer as the tenant does, on whatever host: for `setupServer` and `setupWorker`.
 * A path under `/cgi-bin/` that the tenant does not serve gets WeCom's answer to unknown paths: 404 without a body.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const tenant = createTenant({ corpId: 'ww1', secret: 's3cret' })
 * const server = setupServer(...wecomHandlers(tenant))
 * beforeAll(() => server.listen())
 * afterEach(() => tenant.reset())
 * afterAll(() => server.close())
 */
export function wecomHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes(allServed), { unknownPaths: 'not-found' })]
}
