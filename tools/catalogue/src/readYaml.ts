import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'

const catalogueFolder = new URL('../', import.meta.url)

export function readYaml<T>(file: string, schema: v.GenericSchema<unknown, T>, folder: URL = catalogueFolder): T {
  return parseYaml(readFileSync(new URL(file, folder), 'utf8'), file, schema)
}

/** Parses YAML text, and checks it against a schema. An error contains the file, the entry and the field. */
export function parseYaml<T>(text: string, file: string, schema: v.GenericSchema<unknown, T>): T {
  const checked = v.safeParse(schema, parse(text))
  if (checked.success) return checked.output
  throw new Error(checked.issues.map(({ path = [], message }) => `${file}: ${nameOf(path)}: ${message}`).join('\n'))
}

/**
 * Returns the path of a value in a YAML file for error messages, such as `endpoints.getContact.docs`. In the path, an
 * entry of a list is shown by its name, or by its index if it has no name.
 */
function nameOf(path: readonly { readonly key: unknown; readonly value: unknown }[]): string {
  return path
    .map(({ key, value }) => {
      const { fn, name } = (value ?? {}) as { readonly fn?: unknown; readonly name?: unknown }
      return String(typeof key === 'number' ? (fn ?? name ?? key) : key)
    })
    .join('.')
}
