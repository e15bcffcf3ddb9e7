import { camelCase } from '../names.ts'
import { insertImport } from './insertImport.ts'

/** The last entry of the playground's list of packages. New packages are inserted before it. */
const lastEntry = "  { name: '@wecom/core'"

/** Adds a package to the playground's list of packages. `list` is the source text of this list. */
export function insertEndpoints(list: string, packageName: string): string {
  const variable = camelCase(packageName)
  const entry = `  { name: '@wecom/${packageName}', endpoints: endpointsOf(${variable}) },\n`
  return insertImport(list, `import * as ${variable} from '@wecom/${packageName}'`).replace(
    lastEntry,
    `${entry}${lastEntry}`,
  )
}
