import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { WorkspacePackage } from './listPackages.ts'

/** A function of the SDK that makes one call of the API. */
export interface ApiFunction {
  readonly specifier: string
  readonly name: string
  /** Path of the API that the function calls. */
  readonly path: string
}

/**
 * Returns all functions in a built package that make calls of the API. For each of these functions, the package exports
 * an endpoint whose name ends in `Endpoint`. `listFunctions` searches for these names, so it also finds new functions.
 */
export async function listFunctions({ entries }: WorkspacePackage): Promise<ApiFunction[]> {
  const functions: ApiFunction[] = []
  for (const { specifier, file } of entries) {
    if (!existsSync(file)) throw new Error(`${specifier} is not built; run "npm run build" at the root first`)
    const exported = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(exported)) {
      if (name.endsWith('Endpoint') && isEndpoint(value) && typeof exported[value.name] === 'function') {
        functions.push({ specifier, name: value.name, path: value.path })
      }
    }
  }
  return functions
}

function isEndpoint(value: unknown): value is { name: string; path: string } {
  return typeof value === 'object' && value !== null && 'name' in value && 'path' in value && 'effect' in value
}
