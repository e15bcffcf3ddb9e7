import type { Scaffold } from '../Scaffold.ts'
import { schemaOf } from '../shape/schemaOf.ts'
import { functionComment } from './functionComment.ts'
import { interfacesOf } from './interfaces.ts'

/** Returns the source file of a call, with its interfaces, its endpoint and its function. */
export async function sourceFile(scaffold: Scaffold): Promise<string> {
  const { params, result } = scaffold
  const endpoint = endpointText(scaffold)
  return `${importsOf(scaffold, endpoint)}
${params.fields.length === 0 ? `export interface ${params.name} extends NoParams {}\n` : interfacesOf(params)}
${interfacesOf(result)}
${endpoint}
${await functionComment(scaffold)}${functionText(scaffold)}`
}

function importsOf({ entry, params, pagedItem }: Scaffold, endpoint: string): string {
  const types = [
    'Client',
    ...(entry.pagination ? [] : ['Endpoint']),
    ...(params.fields.length === 0 ? ['NoParams'] : []),
    ...(pagedItem === undefined ? [] : ['Paged']),
    ...(entry.pagination ? ['PagedEndpoint'] : []),
    'RequestOptions',
  ]
  const names = [
    'defineEndpoint',
    ...(endpoint.includes('maxCharacters(') ? ['maxCharacters'] : []),
    ...(pagedItem === undefined ? [] : ['requestPaged']),
    'wireObject',
  ]
  const valibot = endpoint.includes('v.') ? "import * as v from 'valibot'\n" : ''
  return `import type { ${types.join(', ')} } from '@wecom/core'
import { ${names.join(', ')} } from '@wecom/core/define'\n${valibot}`
}

function endpointText({ entry, token, params, inQuery, result, checkWith }: Scaffold): string {
  const { fn, method, path, effect, docs, errcode, pagination } = entry
  const type = pagination
    ? `PagedEndpoint<${params.name}, ${result.name}, '${pagination.items}'>`
    : `Endpoint<${params.name}, ${result.name}>`
  const definition = [
    `name: '${fn}'`,
    `method: '${method}'`,
    `path: '${path}'`,
    `effect: '${effect}'`,
    ...(token === 'corp' ? [] : [`token: '${token}'`]),
    `docs: ${docs[0]}`,
    ...(errcode ? [`errcode: '${errcode}'`] : []),
    ...(method === 'POST' && inQuery.length > 0 ? [`query: ${JSON.stringify(inQuery)}`] : []),
    `params: ${schemaOf(params)}`,
    `result: ${schemaOf(result)}`,
    ...(checkWith === undefined ? [] : [`checkWith: '${checkWith}'`]),
    ...(pagination ? [`pagination: ${paginationText(pagination)}`] : []),
  ]
  return `export const ${fn}Endpoint: ${type} = defineEndpoint({\n${definition.join(',\n')},\n})\n`
}

function paginationText({ style, in: parameter, out, items }: NonNullable<Scaffold['entry']['pagination']>): string {
  return JSON.stringify({ style, in: parameter, out, items })
}

function functionText({ entry: { fn }, params, result, pagedItem }: Scaffold): string {
  const byDefault = params.fields.some(({ required }) => required) ? '' : ' = {}'
  const returned = pagedItem === undefined ? `Promise<${result.name}>` : `Paged<${result.name}, ${pagedItem}>`
  const request = pagedItem === undefined ? 'client.request(' : 'requestPaged(client, '
  return `export function ${fn}(
  client: Client,
  params: ${params.name}${byDefault},
  options?: RequestOptions,
): ${returned} {
  return ${request}${fn}Endpoint, params, options)
}
`
}
