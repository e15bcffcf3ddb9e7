import { type CatalogueField, listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import type { Plugin } from 'vite'

/** What the catalogue knows of an endpoint and its value does not say. */
export interface EndpointFacts {
  readonly title: { readonly zh: string; readonly en: string }
  /** What each parameter means, by its path: `range.type` is a field of each object in the list `range`. In English. */
  readonly meanings: Readonly<Record<string, string>>
}

const id = 'virtual:endpoint-facts'

/** Gives the page the facts of all endpoints as a module, so that neither YAML nor its parser travels. */
export function endpointFacts(): Plugin {
  return {
    name: 'endpoint-facts',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}` ? `export const endpointFacts = ${JSON.stringify(readEndpointFacts())}` : undefined,
  }
}

/** By the name of the endpoint. */
export function readEndpointFacts(): Record<string, EndpointFacts> {
  const entries = listCatalogues().flatMap((name) => loadCatalogue(name).endpoints)
  return Object.fromEntries(
    entries.map(({ fn, title_zh, summary, query, body }) => [
      fn,
      {
        title: { zh: title_zh, en: capitalised(summary) },
        meanings: Object.fromEntries([...query, ...body].flatMap(toMeanings)),
      },
    ]),
  )
}

function toMeanings({ name, meaning, constraints, fields = [] }: CatalogueField): [string, string][] {
  const text = [meaning, constraints].filter(Boolean).join('; ')
  return [
    ...(text ? [[name, text] satisfies [string, string]] : []),
    ...fields.flatMap(toMeanings).map(([path, value]): [string, string] => [`${name}.${path}`, value]),
  ]
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
