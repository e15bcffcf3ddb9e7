import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Catalogue, CatalogueEndpoint } from '../Catalogue.ts'
import { loadCatalogue } from '../loadCatalogue.ts'
import { checkEndpoint } from './checkEndpoint.ts'
import { checkExports } from './checkExports.ts'
import { checkSource } from './checkSource.ts'
import { type EndpointLike, isEndpoint } from './EndpointLike.ts'
import type { PackageUnderCheck } from './PackageUnderCheck.ts'
import { unless } from './unless.ts'

/**
 * Compares all endpoints of a package with the catalogue. Returns the problems as texts. Each text contains the name of
 * the package and of the function, and describes one problem.
 */
export function checkPackage(target: PackageUnderCheck): string[] {
  return comparePackage(target, loadCatalogue(target.name))
}

/** Compares all endpoints of a package with a given catalogue. Returns the problems. */
export function comparePackage(target: PackageUnderCheck, { endpoints }: Catalogue): string[] {
  const entries = new Map(endpoints.map((entry) => [entry.fn, entry]))
  const expected = new Set('partial' in target ? target.partial : entries.keys())
  const found = Object.entries(target.exports).filter((pair): pair is [string, EndpointLike] => isEndpoint(pair[1]))
  const names = new Set(found.map(([, { name }]) => name))
  return [
    ...[...expected].flatMap((fn) => unless(names.has(fn), `${target.name}/${fn}: missing in the package`)),
    ...found.flatMap(([exportName, endpoint]) =>
      checkOne(target, exportName, endpoint, entries.get(endpoint.name), expected).map(
        (problem) => `${target.name}/${endpoint.name}: ${problem}`,
      ),
    ),
  ]
}

function checkOne(
  { exports, sourceDir }: PackageUnderCheck,
  exportName: string,
  endpoint: EndpointLike,
  entry: CatalogueEndpoint | undefined,
  expected: ReadonlySet<string>,
): string[] {
  if (!entry) return ['not in the catalogue']
  return [
    ...unless(expected.has(entry.fn), 'not in the list of `partial`'),
    ...unless(exportName === `${entry.fn}Endpoint`, `exported as ${exportName}, not as ${entry.fn}Endpoint`),
    ...checkExports(exports, endpoint, entry),
    ...checkEndpoint(endpoint, entry),
    ...checkFiles(sourceDir, endpoint, entry),
  ]
}

function checkFiles(sourceDir: URL, endpoint: EndpointLike, entry: CatalogueEndpoint): string[] {
  const source = fileURLToPath(new URL(`${entry.fn}.ts`, sourceDir.href))
  const test = fileURLToPath(new URL(`${entry.fn}.test.ts`, sourceDir.href))
  return [
    ...(existsSync(source)
      ? checkSource(readFileSync(source, 'utf8'), endpoint, entry)
      : [`file ${entry.fn}.ts is missing`]),
    ...unless(existsSync(test), `file ${entry.fn}.test.ts is missing`),
  ]
}
