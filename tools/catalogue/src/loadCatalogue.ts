import type { Catalogue } from './Catalogue.ts'
import { catalogueSchema } from './catalogueSchema.ts'
import { readYaml } from './readYaml.ts'

/** Reads the facts of one package, e.g. `contacts`. */
export function loadCatalogue(name: string): Catalogue {
  return readYaml(`${name}.yaml`, catalogueSchema)
}
