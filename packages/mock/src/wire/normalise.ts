import { Refusal } from '../base/Refusal.ts'

type Type = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'file' | 'string[]' | 'integer[]' | 'object[]'
/** Type of a parameter in the words of the catalogue. `?` marks an optional parameter. */
type Kind = Type | `${Type}?`

/**
 * Form of one parameter in a request. With `empty: 'refused'` an empty value is an error, although the parameter is
 * optional.
 */
export type RequestField = Kind | { readonly is: Kind; readonly of?: RequestFields; readonly empty?: 'refused' }

/** Parameters of a call, or fields of an object in them, by name. */
export interface RequestFields {
  readonly [name: string]: RequestField
}

export type Params = Readonly<Record<string, unknown>>

export interface Normalised {
  readonly params: Params
  /**
   * Whether the caller sent an empty list instead of an object, which WeCom accepts with a warning. PHP writes an
   * object without fields as an empty list.
   */
  readonly wrongJson: boolean
  /**
   * Path of the first number below 0, which WeCom refuses because its numbers are unsigned. Undefined if there is none.
   */
  readonly negative: string | undefined
}

/** Facts that are collected while parameters are read. */
interface Noticed {
  readonly emptyLists: string[]
  readonly negatives: string[]
}

/**
 * Reads parameters as leniently as WeCom does: a number may be sent as a text, and `null` counts as absent. The schema
 * of the endpoint checks everything else.
 *
 * @throws {Refusal} 40058: a list is sent instead of an object. This is checked here, because valibot would read the
 *   list as an empty object.
 */
export function normalise(fields: RequestFields, sent: Params): Normalised {
  const noticed: Noticed = { emptyLists: [], negatives: [] }
  const params = readObject(fields, sent, '', noticed)
  return { params, wrongJson: noticed.emptyLists.length > 0, negative: noticed.negatives[0] }
}

/**
 * Removes optional empty values that a schema refused, because WeCom treats them as absent: an object with empty fields
 * only, an empty text or list, and 0. Keeps empty values that the schema accepts, because an empty text erases a
 * remark.
 *
 * @param path - path of the first issue of the schema: an empty value, or an object that contains one.
 * @returns undefined if there is nothing to remove.
 */
export function withoutEmpty(fields: RequestFields, params: Params, path: readonly unknown[]): Params | undefined {
  const [name, ...rest] = path
  if (typeof name !== 'string') return dropEmpty(fields, params)
  const { [name]: value, ...others } = params
  const field = describe(fields[name])
  const kept = withoutEmptyIn(field.of, value, rest)
  if (kept !== undefined) return { ...others, [name]: kept }
  return mayBeLeftOut(field, value) ? others : undefined
}

function withoutEmptyIn(fields: RequestFields, value: unknown, path: readonly unknown[]): unknown {
  if (isObject(value)) return withoutEmpty(fields, value, path)
  const [index, ...rest] = path
  if (!Array.isArray(value) || typeof index !== 'number') return undefined
  const kept = withoutEmptyIn(fields, value[index], rest)
  return kept === undefined ? undefined : value.with(index, kept)
}

function dropEmpty(fields: RequestFields, params: Params): Params | undefined {
  const kept = Object.entries(params).filter(([name, value]) => !mayBeLeftOut(describe(fields[name]), value))
  return kept.length === Object.keys(params).length ? undefined : Object.fromEntries(kept)
}

/**
 * Returns the name of the type of a parameter in WeCom's refusals.
 *
 * @param path - names of fields and indexes of list items.
 * @returns undefined if the catalogue does not have the parameter.
 */
export function expectedType(fields: RequestFields, path: readonly unknown[]): string | undefined {
  let field: Description | undefined
  let inItem = false
  for (const key of path) {
    inItem = typeof key === 'number'
    if (typeof key === 'string') field = describe((field?.of ?? fields)[key])
  }
  if (field === undefined) return undefined
  return field.isList && !inItem ? 'array' : wireTypes[field.type]
}

const wireTypes: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'uint32',
  number: 'double',
  boolean: 'bool',
  object: 'object',
}

interface Description {
  readonly type: string
  readonly isList: boolean
  readonly optional: boolean
  readonly emptyIsRefused: boolean
  readonly of: RequestFields
}

function describe(field: RequestField | undefined): Description {
  const { is, of = {}, empty } = typeof field === 'object' ? field : { is: field ?? '' }
  const type = is.replace('?', '')
  return {
    type: type.replace('[]', ''),
    isList: type.endsWith('[]'),
    optional: is.endsWith('?'),
    emptyIsRefused: empty === 'refused',
    of,
  }
}

function mayBeLeftOut({ optional, emptyIsRefused }: Description, value: unknown): boolean {
  return optional && !emptyIsRefused && isEmpty(value)
}

function readObject(fields: RequestFields, sent: Params, path: string, noticed: Noticed): Params {
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sent)) {
    const field = describe(Object.hasOwn(fields, name) ? fields[name] : undefined)
    if (value === null) continue
    if (isEmptyList(value) && field.type === 'object' && !field.isList) noticed.emptyLists.push(path + name)
    else read[name] = readValue(field, value, path + name, noticed)
  }
  return read
}

function readValue(field: Description, value: unknown, path: string, noticed: Noticed): unknown {
  if (field.isList && Array.isArray(value)) {
    return value.map((item, index) => readValue({ ...field, isList: false }, item, `${path}[${index}]`, noticed))
  }
  switch (field.type) {
    case 'object':
      if (Array.isArray(value)) throw wrongType(path, 'object')
      return isObject(value) ? readObject(field.of, value, `${path}.`, noticed) : value
    case 'integer': {
      const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
      if (typeof number === 'number' && number < 0) noticed.negatives.push(path)
      return number
    }
    case 'number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
    default:
      return value
  }
}

/** Creates WeCom's refusal of a value of a wrong type. */
export function wrongType(path: string, type: string): Refusal {
  return new Refusal(40058, `field \`${path}\` expect type \`${type}\`. invalid Request Parameter`)
}

/** Whether WeCom treats a value as absent. */
function isEmpty(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return isEmptyList(value) || value === '' || value === 0
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function isObject(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
