import { Refusal } from '../base/Refusal.ts'

type Type = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'file' | 'string[]' | 'integer[]' | 'object[]'
/** Type of a parameter, written as in `tools/catalogue` (the description of WeCom's API). `?` means optional. */
type Kind = Type | `${Type}?`

/**
 * Description of one parameter of WeCom's API. `is` is the type of the parameter. `of` describes the fields of an
 * object, or of each object in a list. `empty: 'refused'` means that WeCom refuses an empty value, even if the
 * parameter is optional.
 */
export type RequestField = Kind | { readonly is: Kind; readonly of?: RequestFields; readonly empty?: 'refused' }

export interface RequestFields {
  readonly [name: string]: RequestField
}

export type Params = Readonly<Record<string, unknown>>

export interface Normalised {
  readonly params: Params
  /**
   * Whether the caller sent an empty list instead of an object. PHP encodes an object without fields in this way. WeCom
   * ignores the empty list and adds a warning to the errmsg.
   */
  readonly wrongJson: boolean
  /**
   * Path of the first negative number in the parameters, if there is one. WeCom refuses negative numbers, because all
   * integers of its API are unsigned.
   */
  readonly negative: string | undefined
}

interface Noticed {
  readonly emptyLists: string[]
  readonly negatives: string[]
}

/**
 * Reads parameters as tolerantly as WeCom: accepts a number that was sent as a text, and treats `null` as missing.
 * Throws a `Refusal` if the caller sent a list instead of an object, because valibot would read the list as an object
 * without fields. The schema of the endpoint makes all other checks.
 */
export function normalise(fields: RequestFields, sent: Params): Normalised {
  const noticed: Noticed = { emptyLists: [], negatives: [] }
  const params = readObject(fields, sent, '', noticed)
  return { params, wrongJson: noticed.emptyLists.length > 0, negative: noticed.negatives[0] }
}

/**
 * Removes an empty value that a schema has refused, if its parameter is optional. WeCom treats such a value as missing.
 * Other empty values remain, because they can have a meaning: an empty text, for example, erases a remark.
 *
 * @param path - path of the value that the schema has refused. If the value is an object, the function removes all
 *   empty values in this object.
 * @returns the remaining parameters. Undefined if there is nothing to remove.
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
 * Returns WeCom's name for the type of a parameter, e.g. `uint32`. WeCom's errmsg contains this name. Undefined if
 * `fields` does not contain the parameter.
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

export function wrongType(path: string, type: string): Refusal {
  // WeCom's own text.
  return new Refusal(40058, `field \`${path}\` expect type \`${type}\`. invalid Request Parameter`)
}

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
