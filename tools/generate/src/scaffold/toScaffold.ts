import { type CatalogueEndpoint, isToken, tokenKind } from '@wecom-tools/catalogue'
import { pascalCase } from './names.ts'
import type { Scaffold } from './Scaffold.ts'
import { toShape } from './shape/toShape.ts'

/**
 * Returns all data from which the source file and the test of a call are generated.
 *
 * @param checkWith - name of the function that shows whether a `create` or `send` call took effect.
 */
export function toScaffold(packageName: string, entry: CatalogueEndpoint, checkWith?: string): Scaffold {
  const { fn, response, enums, pagination } = entry
  const query = entry.query.filter((field) => !isToken(field))
  const result = toShape(`${pascalCase(fn)}Result`, 'result', response, enums)
  const list = fn.startsWith('list') ? result.fields.find(({ name }) => name === pagination?.items) : undefined
  return {
    packageName,
    entry,
    token: tokenKind(entry),
    params: toShape(`${pascalCase(fn)}Params`, 'params', [...query, ...entry.body], enums),
    inQuery: query.map(({ name }) => name),
    result,
    pagedItem: list?.type.replace(/\[\]$/, ''),
    checkWith,
  }
}
