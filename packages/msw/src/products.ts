import type { HttpHandler } from 'msw/http'
import { productsServed } from './products/productsServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { productsServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/products` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...productsHandlers(tenant), ...handlersOfYourOwn)
 */
export function productsHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...productsServed]), { unknownPaths: 'pass' })]
}
