import type { HttpHandler } from 'msw/http'
import { contactsServed } from './contacts/contactsServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { contactsServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/contacts` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...contactsHandlers(tenant), ...handlersOfYourOwn)
 */
export function contactsHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...contactsServed]), { unknownPaths: 'pass' })]
}
