import type { Scaffold } from '../Scaffold.ts'
import { schemaOf } from '../shape/schemaOf.ts'
import { functionComment } from './functionComment.ts'
import { interfacesOf } from './interfaces.ts'

/** The source file of a call: its interfaces, its endpoint and its function. */
export async function sourceFile(scaffold: Scaffold): Promise<string> {
  const { params, result } = scaffold
  const endpoint = endpointText(scaffold)
  return `${importsOf(scaffold, endpoint)}
${params.fields.length === 0 ? `export interface ${params.name} extends NoParams {}\n` : interfacesOf(params)}
${interfacesOf(result)}
${endpoint}
${await functionComment(scaffold)}${functionText(scaffold)}`
}

function importsOf({ entry, params }: Scaffold, endpoint: string): string {
  const names = [
    'type Client',
    entry.pagination ? 'type PagedEndpoint' : 'type Endpoint',
    ...(params.fields.length === 0 ? ['type NoParams'] : []),
    'type RequestOptions',
    'defineEndpoint',
    ...(endpoint.includes('maxCharacters(') ? ['maxCharacters'] : []),
    'wireObject',
  ]
  const valibot = endpoint.includes('v.') ? "import * as v from 'valibot'\n" : ''
  return `import { ${names.join(', ')} } from '@wecom/core'\n${valibot}`
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

function functionText({ entry: { fn }, params, result }: Scaffold): string {
  const byDefault = params.fields.some(({ required }) => required) ? '' : ' = {}'
  return `export function ${fn}(
  client: Client,
  params: ${params.name}${byDefault},
  options?: RequestOptions,
): Promise<${result.name}> {
  return client.request(${fn}Endpoint, params, options)
}
`
}
