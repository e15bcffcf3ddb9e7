import { type CatalogueEndpoint, type CatalogueField, listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import type { Plugin } from 'vite'

/** The facts about an endpoint that are only in the catalogue. */
export interface EndpointFacts {
  readonly title: { readonly zh: string; readonly en: string }
  /**
   * Meaning of each parameter in English. The key is the path of the parameter. The path `range.type` is the field
   * `type` of each object in the list `range`.
   */
  readonly meanings: Readonly<Record<string, string>>
  /**
   * Meaning, in English, of each value that a parameter allows. Contains only parameters with a list of allowed values.
   * The outer key is the path of the parameter, the inner key is the value.
   */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const id = 'virtual:endpoint-facts'

/**
 * Returns a Vite plugin. It provides the module `virtual:endpoint-facts`, which contains the `EndpointFacts` of all
 * endpoints. So the playground page needs neither the YAML files of the catalogue nor a YAML parser.
 */
export function endpointFacts(): Plugin {
  return {
    name: 'endpoint-facts',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}` ? `export const endpointFacts = ${JSON.stringify(readEndpointFacts())}` : undefined,
  }
}

export function readEndpointFacts(): Record<string, EndpointFacts> {
  const entries = listCatalogues().flatMap((name) => loadCatalogue(name).endpoints)
  return Object.fromEntries(
    entries.map(({ fn, title_zh, summary, query, body, enums }) => {
      const fields = [...query, ...body]
      return [
        fn,
        {
          title: { zh: title_zh, en: capitalised(summary) },
          meanings: Object.fromEntries(fields.flatMap(toMeanings)),
          choices: Object.fromEntries(fields.flatMap((field) => toChoices(field, enums))),
        },
      ]
    }),
  )
}

function toMeanings({ name, meaning, constraints, fields = [] }: CatalogueField): [string, string][] {
  const text = [meaning, constraints].filter(Boolean).join('; ')
  return [
    ...(text ? [[name, text] satisfies [string, string]] : []),
    ...fields.flatMap(toMeanings).map(([path, value]): [string, string] => [`${name}.${path}`, value]),
  ]
}

function toChoices(
  { name, meaning, constraints, fields = [] }: CatalogueField,
  enums: CatalogueEndpoint['enums'],
  parent = '',
): [string, Readonly<Record<string, string>>][] {
  const path = `${parent}${name}`
  const named = /see enums\.(\w+)/.exec(`${meaning ?? ''} ${constraints ?? ''}`)?.[1] ?? name
  const choices = findEnum(enums, path, named)
  return [
    ...(choices ? [[path, choices] satisfies [string, unknown]] : []),
    ...fields.flatMap((field) => toChoices(field, enums, `${path}.`)),
  ]
}

/**
 * Returns the enumeration of a field, which contains the meaning of each value. In the catalogue, the key of an
 * enumeration is the path of the field, such as `range.type`, or the name of the field, such as `type`. If there is no
 * such key, returns the enumeration of a field with the same name in another object. For example, `range_add.type` has
 * the enumeration `range.type`.
 */
function findEnum(
  enums: CatalogueEndpoint['enums'],
  path: string,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const alike = Object.keys(enums).find((key) => key.endsWith(`.${name}`) || key.endsWith(`_${name}`))
  return enums[path] ?? enums[name] ?? enums[alike ?? '']
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
