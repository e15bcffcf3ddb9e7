import type { HttpHandler } from 'msw/http'
import { coreServed } from './core/coreServed.ts'
import { statsServed } from './stats/statsServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { statsServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/stats` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...statsHandlers(tenant), ...handlersOfYourOwn)
 */
export function statsHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...statsServed]), { unknownPaths: 'pass' })]
}
