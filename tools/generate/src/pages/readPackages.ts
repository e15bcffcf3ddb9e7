import { existsSync } from 'node:fs'
import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { allServed } from '@wecom/mock'
import type { PackageCalls } from './PackageCalls.ts'
import { root } from '../workspace.ts'
import { toCalls } from './toCalls.ts'

/** Every package of the catalogue, sorted by name. */
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

/** By path, not by name: a package that is new is found before it is installed, one that is not begun has no exports. */
async function readExports(name: string): Promise<Readonly<Record<string, unknown>>> {
  const index = new URL(`packages/${name}/src/index.ts`, root)
  return existsSync(index) ? import(index.href) : {}
}
