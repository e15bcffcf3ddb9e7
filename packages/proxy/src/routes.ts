import type { AnyEndpoint } from '@wecom/core'
import type { Shape } from './params/Shape.ts'
import { isSecretName } from './secretNames.ts'

/** The endpoints of a proxy by their whole path. A path must match exactly. */
export type Routes = ReadonlyMap<string, AnyEndpoint>

/**
 * Makes the routes of a proxy from its endpoints.
 * @throws {TypeError} the prefix is not a path, two endpoints have the same path, or one is about tokens.
 */
export function createRoutes(endpoints: readonly AnyEndpoint[], prefix: string): Routes {
  if (prefix !== '' && !isPlainPath(prefix)) {
    throw new TypeError(
      `createProxy: prefix must be a path such as /wecom, without a slash at its end, got "${prefix}"`,
    )
  }
  const routes = new Map<string, AnyEndpoint>()
  for (const endpoint of endpoints) {
    const path = `${prefix}${endpoint.path}`
    const other = routes.get(path)
    if (other)
      throw new TypeError(`createProxy: ${endpoint.name} and ${other.name} have the same path; remove one of them`)
    refuseTokenEndpoint(endpoint)
    routes.set(path, endpoint)
  }
  return routes
}

/** Whether URLs keep a path unchanged. URLs normalize paths such as `/a/../b`. */
function isPlainPath(path: string): boolean {
  return /^(\/[\w.~-]+)+$/.test(path) && new URL(path, 'http://host').pathname === path
}

/** Refuses endpoints about tokens, because they would give the credentials of the corp to callers. */
function refuseTokenEndpoint({ name, token, params, result }: AnyEndpoint): void {
  const secret = [params, result].flatMap(fieldsOf).find(isSecretName)
  if (token !== 'none' && secret === undefined) return
  throw new TypeError(
    `createProxy: remove ${name} from endpoints: it is about ${secret ?? 'tokens'}, which callers must not get`,
  )
}

function fieldsOf({ entries = {} }: Shape): string[] {
  return Object.keys(entries)
}
