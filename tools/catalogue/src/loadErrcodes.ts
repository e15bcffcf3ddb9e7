import * as v from 'valibot'
import { readYaml } from './readYaml.ts'

/** An errcode of WeCom's global table. The project adds some of the fields, such as `name`, `class` and `hint`. */
export interface CatalogueErrcode {
  readonly code: number
  /** Name of the constant that `@wecom/core/errcodes` exports for the errcode. */
  readonly name: string
  readonly group: string
  readonly title_zh: string
  readonly meaning: string
  readonly class:
    | 'auth'
    | 'permission'
    | 'rate_limit'
    | 'not_found'
    | 'invalid_request'
    | 'conflict'
    | 'quota'
    | 'busy'
    | 'ip'
  readonly retry: 'never' | 'after_token_refresh' | 'backoff'
  /** The remedy: what to do about the errcode, in English. */
  readonly hint: string
  /** The remedy in Chinese. Required for errcodes that the README of a package lists. */
  readonly hint_zh?: string | undefined
  /** The beginning of an `errmsg` that WeCom has sent with this errcode. */
  readonly errmsg_sample?: string | undefined
  readonly sources: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
}

const text = v.pipe(v.string(), v.nonEmpty())

const errcodeSchema: v.GenericSchema<unknown, CatalogueErrcode> = v.strictObject({
  code: v.pipe(v.number(), v.integer()),
  name: v.pipe(v.string(), v.regex(/^[A-Z][A-Z\d_]*$/)),
  group: text,
  title_zh: text,
  meaning: text,
  class: v.picklist([
    'auth',
    'permission',
    'rate_limit',
    'not_found',
    'invalid_request',
    'conflict',
    'quota',
    'busy',
    'ip',
  ]),
  retry: v.picklist(['never', 'after_token_refresh', 'backoff']),
  hint: text,
  hint_zh: v.optional(text),
  errmsg_sample: v.optional(text),
  sources: v.array(text),
  confidence: v.picklist(['high', 'medium', 'low']),
})

const errorsSchema: v.GenericSchema<unknown, { readonly codes: readonly CatalogueErrcode[] }> = v.looseObject({
  codes: v.array(errcodeSchema),
})

/** Reads the table of errcodes from `errors.yaml`. */
export function loadErrcodes(): readonly CatalogueErrcode[] {
  return readYaml('errors.yaml', errorsSchema).codes
}
