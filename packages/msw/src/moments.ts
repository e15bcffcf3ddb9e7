import type { HttpHandler } from 'msw/http'
import { momentsServed } from './moments/momentsServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { momentsServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/moments` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...momentsHandlers(tenant), ...handlersOfYourOwn)
 */
export function momentsHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...momentsServed]), { unknownPaths: 'pass' })]
}
