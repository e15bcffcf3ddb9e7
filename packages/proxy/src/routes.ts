import type { AnyEndpoint } from '@wecom/core'
import type { Shape } from './params/Shape.ts'
import { isSecretName } from './secretNames.ts'

/** What is listed, by its whole path. A path is found as it is written here, or not at all. */
export type Routes = ReadonlyMap<string, AnyEndpoint>

/**
 * @throws {TypeError} the prefix is no path, two endpoints have the same path, or one is about tokens.
 */
export function createRoutes(endpoints: readonly AnyEndpoint[], prefix: string): Routes {
  if (prefix !== '' && !isPlainPath(prefix)) {
    throw new TypeError(`createProxy: prefix must be like /wecom, without a slash at its end, got "${prefix}"`)
  }
  const routes = new Map<string, AnyEndpoint>()
  for (const endpoint of endpoints) {
    const path = `${prefix}${endpoint.path}`
    const other = routes.get(path)
    if (other) throw new TypeError(`createProxy: ${endpoint.name} and ${other.name} have the same path`)
    refuseTokenEndpoint(endpoint)
    routes.set(path, endpoint)
  }
  return routes
}

/** Whether a path is one that arrives as it is written: URLs are normalised on their way. */
function isPlainPath(path: string): boolean {
  return /^(\/[\w.~-]+)+$/.test(path) && new URL(path, 'http://host').pathname === path
}

/** Listed by mistake, such an endpoint would hand the credentials of the corp to its callers. */
function refuseTokenEndpoint({ name, token, params, result }: AnyEndpoint): void {
  const secret = [params, result].flatMap(fieldsOf).find(isSecretName)
  if (token !== 'none' && secret === undefined) return
  throw new TypeError(`createProxy: ${name} is about ${secret ?? 'tokens'}, and that stays on the server`)
}

function fieldsOf({ entries = {} }: Shape): string[] {
  return Object.keys(entries)
}
