import type { AnyEndpoint } from '@wecom/core'
import * as v from 'valibot'

type Schema = AnyEndpoint['params']

// Numbers in the form that `String(number)` produces. Other texts, such as `1e3` or `007`, stay texts.
const number = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/

/**
 * Checks parameters against a schema. If the schema refuses a text from the query string, the function converts the
 * text to a number or boolean, and checks again. The check stops at the first error, because hostile parameters could
 * contain very many errors.
 *
 * @param inQuery - names of the parameters that come from the query string.
 */
export function parseQueryTypes(schema: Schema, sent: object, inQuery: readonly string[]): v.SafeParseResult<Schema> {
  const checked = v.safeParse(schema, sent, { abortEarly: true })
  const name = checked.success ? undefined : mistypedField(checked.issues[0])
  if (name === undefined || !inQuery.includes(name)) return checked
  const fields: Readonly<Record<string, unknown>> = { ...sent }
  const value = readType(fields[name])
  // Each round converts one text.
  return value === fields[name] ? checked : parseQueryTypes(schema, { ...fields, [name]: value }, inQuery)
}

function mistypedField({ kind, path }: v.BaseIssue<unknown>): string | undefined {
  return kind === 'schema' && path?.length === 1 ? String(path[0].key) : undefined
}

function readType(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (number.test(value)) return Number(value)
  return value === 'true' || value === 'false' ? value === 'true' : value
}
