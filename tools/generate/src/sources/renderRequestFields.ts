import { type CatalogueField, isToken, listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { firstLine } from './firstLine.ts'

/**
 * Returns the source of the table `requestFields`. The table contains the types of the parameters of each call, as the
 * catalogue describes them. The fake corp uses the table when it reads a request.
 */
export function renderRequestFields(): string {
  const calls = listCatalogues()
    .flatMap((name) => loadCatalogue(name).endpoints)
    .map(({ fn, query, body }) => {
      const params = [...query, ...body].filter((field) => !isToken(field))
      return `  ${fn}: ${renderFields(params)},\n`
    })
  return `${firstLine('tools/catalogue')}
import type { RequestFields } from './normalise.ts'

// One call a line.
// oxfmt-ignore
export const requestFields: Readonly<Record<string, RequestFields>> = {
${calls.join('')}}
`
}

function renderFields(fields: readonly CatalogueField[]): string {
  return `{ ${fields.map((field) => `${field.name}: ${renderField(field)}`).join(', ')} }`.replace('{  }', '{}')
}

function renderField({ type, required, empty, fields }: CatalogueField): string {
  const kind = `'${type}${required ? '' : '?'}'`
  if (empty === undefined && fields === undefined) return kind
  const parts = [
    `is: ${kind}`,
    ...(fields ? [`of: ${renderFields(fields)}`] : []),
    ...(empty ? [`empty: '${empty}'`] : []),
  ]
  return `{ ${parts.join(', ')} }`
}
