import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'

const catalogueFolder = new URL('../', import.meta.url)

/** Reads a YAML file as what the schema says it holds. */
export function readYaml<T>(file: string, schema: v.GenericSchema<unknown, T>, folder: URL = catalogueFolder): T {
  return parseYaml(readFileSync(new URL(file, folder), 'utf8'), file, schema)
}

/** Parses YAML text; where it does not fit the schema, the error says in which file, entry and field. */
export function parseYaml<T>(text: string, file: string, schema: v.GenericSchema<unknown, T>): T {
  const checked = v.safeParse(schema, parse(text))
  if (checked.success) return checked.output
  throw new Error(checked.issues.map(({ path = [], message }) => `${file}: ${nameOf(path)}: ${message}`).join('\n'))
}

/** Lists hold entries and fields that have names: their place in the list would say nothing. */
function nameOf(path: readonly { readonly key: unknown; readonly value: unknown }[]): string {
  return path
    .map(({ key, value }) => {
      const { fn, name } = (value ?? {}) as { readonly fn?: unknown; readonly name?: unknown }
      return String(typeof key === 'number' ? (fn ?? name ?? key) : key)
    })
    .join('.')
}
