export type {
  Catalogue,
  CatalogueCallers,
  CatalogueCheckWith,
  CatalogueDeprecation,
  CatalogueEndpoint,
  CatalogueError,
  CatalogueField,
  CataloguePagination,
} from './Catalogue.ts'
export { isToken, tokenKind } from './check/tokenKind.ts'
export { listCatalogues } from './listCatalogues.ts'
export { loadCatalogue } from './loadCatalogue.ts'
export { type CatalogueErrcode, loadErrcodes } from './loadErrcodes.ts'
