import { existsSync } from 'node:fs'
import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { allServed } from '@wecom/mock'
import type { PackageCalls } from './PackageCalls.ts'
import { root } from '../workspace.ts'
import { toCalls } from './toCalls.ts'

/** Returns every package of the catalogue with its calls, sorted by name. */
export function readPackages(): Promise<PackageCalls[]> {
  return Promise.all(listCatalogues().map(readPackage))
}

async function readPackage(name: string): Promise<PackageCalls> {
  const refusals = new Map(allServed.map(({ endpoint, notServed }) => [endpoint.name, notServed]))
  const served = new Set([...refusals.keys()].filter((fn) => refusals.get(fn) === undefined))
  const calls = toCalls(loadCatalogue(name).endpoints, await readExports(name), served)
  return {
    name,
    sourceFolder: name === 'core' ? 'src/endpoints' : 'src',
    calls: calls.map((call) => ({ ...call, refusal: refusals.get(call.entry.fn) })),
  }
}

/**
 * Returns the exports of a package. It imports the package by its path, because a new package is not installed yet. A
 * package without source files has no exports.
 */
async function readExports(name: string): Promise<Readonly<Record<string, unknown>>> {
  const index = new URL(`packages/${name}/src/index.ts`, root)
  return existsSync(index) ? import(index.href) : {}
}
