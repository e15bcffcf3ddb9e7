import { type CatalogueEndpoint, listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'

/**
 * Returns the calls of a package from the catalogue.
 *
 * @throws {Error} the catalogue has no calls for the package, or the package is core.
 */
export function findCalls(packageName: string): readonly CatalogueEndpoint[] {
  const names = listCatalogues().filter((name) => name !== 'core')
  if (packageName === 'core') throw new Error('The calls of core are written by hand: they import core by its files')
  if (!names.includes(packageName)) {
    throw new Error(`There is no tools/catalogue/${packageName}.yaml: write it first. There are ${names.join(', ')}`)
  }
  return loadCatalogue(packageName).endpoints
}

/**
 * Returns one call of a package from the catalogue.
 *
 * @throws {Error} the catalogue does not have the call.
 */
export function findCall(packageName: string, fn: string): CatalogueEndpoint {
  const calls = findCalls(packageName)
  const call = calls.find((candidate) => candidate.fn === fn)
  if (!call) {
    const known = calls.map((candidate) => candidate.fn).join(', ')
    throw new Error(`tools/catalogue/${packageName}.yaml has no ${fn}: write it first. It has ${known}`)
  }
  return call
}
