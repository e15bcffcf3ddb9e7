import type { Catalogue } from './Catalogue.ts'
import { catalogueSchema } from './catalogueSchema.ts'
import { readYaml } from './readYaml.ts'

/**
 * Reads the facts of one package, e.g. `contacts`.
 *
 * @param folder - where its YAML file is, with a slash at the end. Default: the catalogue.
 */
export function loadCatalogue(name: string, folder?: URL): Catalogue {
  return readYaml(`${name}.yaml`, catalogueSchema, folder)
}
