import { type CatalogueErrcode, listCatalogues, loadCatalogue, loadErrcodes } from '@wecom-tools/catalogue'

/** More packages than these share an errcode: then it says nothing about the calls of one. */
const mostPackages = 5

/**
 * The errcodes of the global table that calls of a package answer with and most other packages' do not, in order.
 * Without those for a parameter that is missing (缺少): the client refuses such a call before it sends it.
 */
export function readErrcodes(name: string): CatalogueErrcode[] {
  const codes = codesByPackage.get(name) ?? new Set()
  return loadErrcodes()
    .filter(({ code, title_zh }) => codes.has(code) && !/^缺[少失]/.test(title_zh))
    .filter(({ code }) => [...codesByPackage.values()].filter((others) => others.has(code)).length <= mostPackages)
    .toSorted((a, b) => a.code - b.code)
}

const codesByPackage: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  listCatalogues().map((name) => [
    name,
    new Set(loadCatalogue(name).endpoints.flatMap(({ errors }) => errors.map(({ code }) => code))),
  ]),
)
