import { type CatalogueErrcode, listCatalogues, loadCatalogue, loadErrcodes } from '@wecom-tools/catalogue'

// The READMEs do not list an errcode that calls of more packages return, because the errcode is not specific to one
// package.
const mostPackages = 5

/**
 * Returns the errcodes that the README of a package lists, in ascending order. They are the errcodes in the catalogue
 * for the calls of the package, with two exceptions. Errcodes that calls of more than 5 packages return are left out.
 * Errcodes for a missing parameter (缺少) are left out, because the client refuses such a call and sends no request.
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
