import { type CatalogueErrcode, listCatalogues, loadCatalogue, loadErrcodes } from '@wecom-tools/catalogue'

/**
 * Maximum number of packages whose calls return an errcode. If more packages have it, the README of a package does not
 * list it, because it is not specific to the package.
 */
const mostPackages = 5

/**
 * Returns the errcodes for the README of a package, in order: those of its calls that at most 5 packages share.
 * Errcodes of a missing parameter (缺少) are left out, because the client refuses such a call before it sends it.
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
