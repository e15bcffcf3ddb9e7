import type { Served } from './serve.ts'

/** What is served, by path. */
export type Routes = ReadonlyMap<string, Served>

/** @throws {Error} two endpoints have the same path. */
export function createRoutes(served: readonly Served[]): Routes {
  const routes = new Map<string, Served>()
  for (const one of served) {
    const { name, path } = one.endpoint
    for (const each of [path, ...(one.olderPath ? [one.olderPath.path] : [])]) {
      const other = routes.get(each)
      if (other) throw new Error(`${name} and ${other.endpoint.name} are both served on ${each}`)
      routes.set(each, one)
    }
  }
  return routes
}
