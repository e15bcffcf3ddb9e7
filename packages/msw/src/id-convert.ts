import type { HttpHandler } from 'msw/http'
import { idConvertServed } from './id-convert/idConvertServed.ts'
import { coreServed } from './core/coreServed.ts'
import { wecomHandler } from './handlers/wecomHandler.ts'
import { createRoutes } from './serve/routes.ts'
import type { Tenant } from './tenant/Tenant.ts'

export { idConvertServed }

/**
 * MSW handlers for tokens and the calls of `@wecom/id-convert` only. Other paths are left to the handlers behind them.
 *
 * @param tenant - made by `createTenant`.
 *
 * @example
 * const server = setupServer(...idConvertHandlers(tenant), ...handlersOfYourOwn)
 */
export function idConvertHandlers(tenant: Tenant): HttpHandler[] {
  return [wecomHandler(tenant, createRoutes([...coreServed, ...idConvertServed]), { unknownPaths: 'pass' })]
}
