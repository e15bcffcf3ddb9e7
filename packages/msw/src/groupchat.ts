import type { HttpHandler } from 'msw/http'
import { coreServed } from './core/coreServed.ts'
import { groupchatServed } from './groupchat/groupchatServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { groupchatServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/groupchat` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...groupchatHandlers(tenant), ...handlersOfYourOwn)
 */
export function groupchatHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...groupchatServed]), { unknownPaths: 'pass' })]
}
