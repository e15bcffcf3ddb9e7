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
export { loadCatalogue } from './loadCatalogue.ts'
export { type CatalogueErrcode, loadErrcodes } from './loadErrcodes.ts'
