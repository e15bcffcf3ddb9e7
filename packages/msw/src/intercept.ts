import type { HttpHandler } from 'msw/http'
import { interceptServed } from './intercept/interceptServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { interceptServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/intercept` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...interceptHandlers(tenant), ...handlersOfYourOwn)
 */
export function interceptHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...interceptServed]), { unknownPaths: 'pass' })]
}
