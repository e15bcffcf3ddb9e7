import type { HttpHandler } from 'msw/http'
import { mediaServed } from './media/mediaServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { mediaServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/media` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...mediaHandlers(tenant), ...handlersOfYourOwn)
 */
export function mediaHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...mediaServed]), { unknownPaths: 'pass' })]
}
