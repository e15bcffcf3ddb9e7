import * as v from 'valibot'
import { expect, test } from 'vitest'
import { fieldsOf, typesOf } from './schemaFields.ts'
import type { SchemaLike } from './SchemaLike.ts'

const schemas: Record<string, { schema: SchemaLike; types: string[] }> = {
  'a plain one': { schema: v.string(), types: ['string'] },
  'one with a pipe': { schema: v.pipe(v.number(), v.integer()), types: ['number'] },
  'an array': { schema: v.array(v.boolean()), types: ['boolean[]'] },
  'an array of objects': { schema: v.array(v.looseObject({})), types: ['object[]'] },
  'a record': { schema: v.record(v.string(), v.string()), types: ['object'] },
  'a literal': { schema: v.literal(1), types: ['number'] },
  'a picklist': { schema: v.picklist(['a', 'b']), types: ['string'] },
  'a file': { schema: v.blob(), types: ['file'] },
  wrappers: { schema: v.optional(v.nullable(v.string())), types: ['string'] },
  'a lazy one': { schema: v.lazy(() => v.string()), types: ['string'] },
  'a union': { schema: v.union([v.string(), v.array(v.number())]), types: ['string', 'number[]'] },
  'one that the catalogue has no word for': { schema: v.date() as unknown as SchemaLike, types: ['date'] },
}

test.each(Object.entries(schemas))('typesOf: %s', (_, { schema, types }) => {
  expect(typesOf(schema)).toEqual(types)
})

test('fieldsOf: whether a field is required', () => {
  const fields = fieldsOf(
    v.looseObject({ a: v.string(), b: v.optional(v.string()), c: v.nullish(v.string()), d: v.nullable(v.string()) }),
  )

  expect([...fields].map(([name, { required }]) => [name, required])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
    ['d', true],
  ])
})

test('fieldsOf: a field of a variant is required if all options require it', () => {
  const fields = fieldsOf(
    v.variant('type', [
      v.looseObject({ type: v.literal('text'), size: v.number(), text: v.string(), note: v.string() }),
      v.looseObject({ type: v.literal('link'), size: v.string(), url: v.string(), note: v.optional(v.string()) }),
    ]),
  )

  expect([...fields].map(([name, { required, schema }]) => [name, required, typesOf(schema)])).toEqual([
    ['type', true, ['string']],
    ['size', true, ['number', 'string']],
    ['text', false, ['string']],
    ['note', false, ['string']],
    ['url', false, ['string']],
  ])
})

test('fieldsOf: what is no object has none', () => {
  expect(fieldsOf(v.record(v.string(), v.string()))).toEqual(new Map())
})
