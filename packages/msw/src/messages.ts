import type { HttpHandler } from 'msw/http'
import { messagesServed } from './messages/messagesServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { messagesServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/messages` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...messagesHandlers(tenant), ...handlersOfYourOwn)
 */
export function messagesHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...messagesServed]), { unknownPaths: 'pass' })]
}
