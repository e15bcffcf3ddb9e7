import type { AnyEndpoint } from '@wecom/core'
import type { Shape } from './params/Shape.ts'
import { isSecretName } from './secretNames.ts'

// By full path, including the prefix. The path of a request must be exactly equal to one of these paths.
export type Routes = ReadonlyMap<string, AnyEndpoint>

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

function isPlainPath(path: string): boolean {
  // The class `URL` would change `/a/../b` to `/b`.
  return /^(\/[\w.~-]+)+$/.test(path) && new URL(path, 'http://host').pathname === path
}

function refuseTokenEndpoint({ name, token, params, result }: AnyEndpoint): void {
  const secret = [params, result].flatMap(fieldsOf).find(isSecretName)
  if (token !== 'none' && secret === undefined) return
  // The proxy would give the credentials of the corp to its callers.
  throw new TypeError(
    `createProxy: remove ${name} from endpoints: it is about ${secret ?? 'tokens'}, which callers must not get`,
  )
}

function fieldsOf({ entries = {} }: Shape): string[] {
  return Object.keys(entries)
}
