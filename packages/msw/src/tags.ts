import type { HttpHandler } from 'msw/http'
import { coreServed } from './core/coreServed.ts'
import { tagsServed } from './tags/tagsServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { tagsServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/tags` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...tagsHandlers(tenant), ...handlersOfYourOwn)
 */
export function tagsHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...tagsServed]), { unknownPaths: 'pass' })]
}
