import type { HttpHandler } from 'msw/http'
import { acquisitionServed } from './acquisition/acquisitionServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { acquisitionServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/acquisition` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...acquisitionHandlers(tenant), ...handlersOfYourOwn)
 */
export function acquisitionHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...acquisitionServed]), { unknownPaths: 'pass' })]
}
