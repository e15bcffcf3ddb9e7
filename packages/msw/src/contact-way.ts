import type { HttpHandler } from 'msw/http'
import { contactWayServed } from './contact-way/contactWayServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { contactWayServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/contact-way` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...contactWayHandlers(tenant), ...handlersOfYourOwn)
 */
export function contactWayHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...contactWayServed]), { unknownPaths: 'pass' })]
}
