import type { AnswerField } from '../facts/AnswerFacts.ts'

/**
 * Difference between the answers of a call and the documentation. It contains names, types and counts, but no value
 * from an answer.
 */
export interface Difference {
  /**
   * Kind of the difference:
   * - `missing`: a field is missing although the documentation says that it is always present.
   * - `unknown`: the documentation does not list the field.
   * - `type`: the value does not have the documented type.
   */
  readonly kind: 'missing' | 'unknown' | 'type'
  /** Path of the field in the answer, such as `follow_user[].remark`. The part `[]` means every item of a list. */
  readonly path: string
  /** Documented type of the field. Undefined if the kind is `unknown`. */
  readonly expected?: string | undefined
  /** Type of the value in the answers. Undefined if the kind is `missing`. */
  readonly got?: string | undefined
  /** Number of objects with this difference, in all answers together. */
  readonly count: number
  /**
   * Number of objects that could contain the field, in all answers together. For example, `count` 2 and `of` 10 mean
   * that 2 of 10 objects have the difference.
   */
  readonly of: number
}

type AnyObject = Readonly<Record<string, unknown>>

/**
 * Compares answers of WeCom with the documented fields, and returns the differences.
 *
 * @param answers - answers without `errcode` and `errmsg`, in the form that `client.request` returns.
 * @param texts - texts from the answers of the corp, which may be personal data, e.g. userids. If an answer contains a
 *   field whose name is such a text, the result contains `(unprintable)` instead of the name.
 */
export function compareAnswers(
  fields: readonly AnswerField[],
  answers: readonly object[],
  texts: ReadonlySet<string> = new Set(),
): Difference[] {
  return compareObjects('', answers as readonly AnyObject[], fields, texts)
}

export function countFields(
  fields: readonly AnswerField[],
  answers: readonly object[],
): { readonly known: number; readonly seen: number } {
  const counts = fields.map((field) => {
    const values = valuesOf(answers as readonly AnyObject[], field.name)
    const inner = countFields(field.fields ?? [], values.flatMap(objectsIn))
    return { known: 1 + inner.known, seen: (values.length > 0 ? 1 : 0) + inner.seen }
  })
  return {
    known: counts.reduce((sum, { known }) => sum + known, 0),
    seen: counts.reduce((sum, { seen }) => sum + seen, 0),
  }
}

function compareObjects(
  prefix: string,
  objects: readonly AnyObject[],
  fields: readonly AnswerField[],
  texts: ReadonlySet<string>,
): Difference[] {
  return [
    ...fields.flatMap((field) => compareField(prefix, objects, field, texts)),
    ...findUnknown(prefix, objects, fields, texts),
  ]
}

function compareField(
  prefix: string,
  objects: readonly AnyObject[],
  field: AnswerField,
  texts: ReadonlySet<string>,
): Difference[] {
  const { type: expected, fields, required } = field
  const path = prefix + field.name
  const values = valuesOf(objects, field.name)
  const of = objects.length
  const missing = required ? of - values.length : 0
  const otherTypes = countBy(values.map(typeOf).filter((type) => !isTypeOf(expected, type)))
  const inside = `${path}${expected.endsWith('[]') ? '[]' : ''}.`
  return [
    ...(missing > 0 ? [{ kind: 'missing' as const, path, expected, count: missing, of }] : []),
    ...[...otherTypes].map(([got, count]) => ({ kind: 'type' as const, path, expected, got, count, of })),
    ...(fields ? compareObjects(inside, values.flatMap(objectsIn), fields, texts) : []),
  ]
}

function findUnknown(
  prefix: string,
  objects: readonly AnyObject[],
  fields: readonly AnswerField[],
  texts: ReadonlySet<string>,
): Difference[] {
  const known = new Set(fields.map(({ name }) => name))
  const entries = objects.flatMap((object) => Object.entries(object)).filter(([name]) => !known.has(name))
  // Counts by the printable name. Several unprintable names with one type therefore count as one difference.
  const counts = countBy(entries.map(([name, value]) => `${printable(name, texts)} ${typeOf(value)}`))
  return [...counts].map(([key, count]) => {
    const [name = '', got] = key.split(' ')
    return { kind: 'unknown', path: prefix + name, got, count, of: objects.length }
  })
}

function printable(name: string, texts: ReadonlySet<string>): string {
  // WeCom's own names are in lower case. Another name may be an id, because an object could use ids as names of fields.
  return /^[a-z]+(_?[a-z0-9]+)*$/.test(name) && name.length <= 40 && !texts.has(name) ? name : '(unprintable)'
}

function valuesOf(objects: readonly AnyObject[], name: string): unknown[] {
  return objects.flatMap((object) => (Object.hasOwn(object, name) ? [object[name]] : []))
}

function objectsIn(value: unknown): AnyObject[] {
  if (Array.isArray(value)) return value.filter((item) => plainTypeOf(item) === 'object')
  return plainTypeOf(value) === 'object' ? [value as AnyObject] : []
}

/**
 * Describes the type of a value, such as `integer` or `string[]`. A list with items of several types is
 * `(integer|string)[]`, an empty list is `[]`.
 */
function typeOf(value: unknown): string {
  if (!Array.isArray(value)) return plainTypeOf(value)
  const types = [...new Set(value.map(typeOf))].toSorted()
  return types.length > 1 ? `(${types.join('|')})[]` : `${types.join('')}[]`
}

function plainTypeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function isTypeOf(expected: string, got: string): boolean {
  return got === expected || (got === '[]' && expected.endsWith('[]')) || (got === 'integer' && expected === 'number')
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
