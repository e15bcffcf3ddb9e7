import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sampleName, samples } from '../fixtures/samples.ts'

interface CatalogueField {
  readonly name: string
  readonly type: string
}
interface CatalogueChange {
  readonly change_type: string
  readonly fields: readonly CatalogueField[]
  readonly envelope?: readonly string[]
}
interface CatalogueFamily {
  readonly event: string
  readonly envelope: readonly string[]
  readonly change_types: readonly CatalogueChange[]
  /** Fields of an event that has no `ChangeType`. */
  readonly fields?: readonly CatalogueField[]
}
interface CatalogueSuiteEvent {
  readonly info_type: string
  readonly fields: readonly CatalogueField[]
}
type NamedFields = readonly [name: string, fields: readonly CatalogueField[]]
interface CatalogueCallbacks {
  readonly envelopes: Readonly<Record<'corp_app' | 'suite', { readonly fields: readonly CatalogueField[] }>>
  readonly event_families: readonly CatalogueFamily[]
  readonly suite_events: readonly CatalogueSuiteEvent[]
}

const file = new URL('../../../../tools/catalogue/callbacks.yaml', import.meta.url)
const catalogue = parse(readFileSync(file, 'utf8')) as CatalogueCallbacks

const { corp_app: app, suite } = catalogue.envelopes

/**
 * Documented fields of every event. The key is the name of the event: `Event.ChangeType`, `Event` or `InfoType`. The
 * fields include those of the envelope, which WeCom adds to every event.
 */
const documented: ReadonlyMap<string, readonly CatalogueField[]> = new Map([
  ...catalogue.event_families.flatMap(fieldsOfFamily),
  ...catalogue.suite_events.map(({ info_type: info, fields }): NamedFields => [info, fields]),
])

function fieldsOfFamily({ event, envelope, change_types: changes, fields = [] }: CatalogueFamily): NamedFields[] {
  if (changes.length === 0) {
    const around = (envelope.includes('corp_app') ? app : suite).fields.filter(({ name }) => name !== 'ChangeType')
    return [[event, [...around, ...fields]]]
  }
  return changes.map((change) => {
    const isApp = (change.envelope ?? envelope).includes('corp_app')
    return [`${event}.${change.change_type}`, [...(isApp ? app : suite).fields, ...change.fields]]
  })
}

test('every documented event has a sample, and so a type, and no other event', () => {
  expect(samples.map(sampleName).toSorted()).toEqual([...documented.keys()].toSorted())
})

test.each(samples.map((sample) => [sampleName(sample), sample] as const))(
  '%s has its documented fields',
  (name, sample) => {
    const fields = documented.get(name) ?? []
    // This event is not documented; every envelope has the time.
    if (name === 'del_auth') return
    expect(Object.keys(sample).toSorted()).toEqual(fields.map((field) => field.name).toSorted())
  },
)

const javascriptTypes: Readonly<Record<string, string>> = {
  string: 'string',
  'string (decimal)': 'string',
  int: 'number',
  object: 'object',
}

test.each(samples.map((sample) => [sampleName(sample), sample] as const))(
  '%s: its fields have their types',
  (name, sample) => {
    for (const { name: field, type } of documented.get(name) ?? []) {
      expect(typeof Reflect.get(sample, field), field).toBe(javascriptTypes[type])
    }
  },
)
