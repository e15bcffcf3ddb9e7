import {
  type CatalogueEndpoint,
  type CatalogueField,
  isToken,
  listCatalogues,
  loadCatalogue,
  tokenKind,
} from '@wecom-tools/catalogue'
import { firstLine } from './firstLine.ts'

const calls = listCatalogues().flatMap((name) =>
  loadCatalogue(name)
    .endpoints.filter((entry) => tokenKind(entry) === 'corp')
    .map((entry) => ({ name, entry })),
)

/**
 * Returns the source of the table from which the program `wecom-contact` makes its commands. It contains every call
 * that needs the token of a corp.
 */
export function renderCallFacts(): string {
  return render('calls', 'CallFacts', calls.map(renderCall))
}

/**
 * Returns the TypeScript source of a table with the documented fields of answers. The table contains every call that
 * needs the token of a corp. The program `wecom-contact` compares the documented fields with the answers of a real
 * corp.
 */
export function renderAnswerFacts(): string {
  return render(
    'answers',
    'AnswerFacts',
    calls.map(({ entry }) => {
      const { fn, method, path, docs, effect, response } = entry
      const fields = response.map(({ name, type, required, fields: inner }) => answerField(name, type, required, inner))
      return `${fn}: ${literal({ method, path, docs: docs[0], effect, fields })}`
    }),
  )
}

function render(constant: string, type: string, rows: readonly string[]): string {
  return `${firstLine('tools/catalogue')}
import type { ${type} } from './${type}.ts'

// One call a line.
// oxfmt-ignore
export const ${constant}: Readonly<Record<string, ${type}>> = {
${rows.map((row) => `  ${row},\n`).join('')}}
`
}

function renderCall({ name, entry }: (typeof calls)[number]): string {
  const { fn, title_zh: title, summary, effect, docs, deprecated, query, body } = entry
  const params = [...query, ...body].filter((field) => !isToken(field))
  const facts = {
    package: name,
    title,
    summary,
    effect,
    docs: docs[0],
    replacedBy: deprecated?.replaced_by,
    fields: params.map(callField),
  }
  return `${fn}: ${literal(facts)}`
}

function callField({ name, type, required, meaning, constraints, fields }: CatalogueField): object {
  const about = [meaning, constraints].filter((text) => text !== undefined).join('; ')
  return { name, type, required: required || undefined, about: about || undefined, fields: fields?.map(callField) }
}

function answerField(
  name: string,
  type: string,
  required: boolean,
  fields: CatalogueEndpoint['response'] | undefined,
): object {
  const inner = fields?.map((field) => answerField(field.name, field.type, field.required, field.fields))
  return { name, type, required: required || undefined, fields: inner }
}

/** Returns a value as TypeScript code. Fields that are undefined are left out. */
function literal(value: object): string {
  return JSON.stringify(value)
}
