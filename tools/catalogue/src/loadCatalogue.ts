import type { Catalogue } from './Catalogue.ts'
import { catalogueSchema } from './catalogueSchema.ts'
import { readYaml } from './readYaml.ts'

/**
 * Reads the calls of one package, e.g. `contacts`, from its YAML file.
 *
 * @param folder - the folder of the YAML file, with a slash at the end. Default: the folder of the catalogue.
 */
export function loadCatalogue(name: string, folder?: URL): Catalogue {
  return readYaml(`${name}.yaml`, catalogueSchema, folder)
}
