import * as v from 'valibot'
import { expect, test } from 'vitest'
import { findUnknownField } from './findUnknownField.ts'

const schema = v.pipe(
  v.looseObject({
    name: v.string(),
    range: v.optional(v.looseObject({ from: v.number() })),
    parts: v.optional(v.array(v.looseObject({ id: v.picklist(['a', 'b']) }))),
    file: v.optional(
      v.variant('type', [
        v.looseObject({ type: v.literal('image'), image: v.looseObject({ id: v.string() }) }),
        v.looseObject({ type: v.literal('link'), link: v.looseObject({ url: v.string() }) }),
      ]),
    ),
    who: v.optional(v.union([v.looseObject({ userid: v.string() }), v.looseObject({ partyid: v.number() })])),
    place: v.optional(v.nullable(v.looseObject({ city: v.string() }))),
    labels: v.optional(v.union([v.string(), v.array(v.looseObject({ id: v.string() }))])),
    anything: v.optional(v.unknown()),
    free: v.optional(v.record(v.string(), v.unknown())),
  }),
  v.check(() => true),
)

test.each([
  [{ name: 'a' }],
  [{ name: 'a', range: undefined }],
  [{ name: 'a', range: { from: 1 }, parts: [{ id: 'a' }], file: { type: 'link', link: { url: 'u' } } }],
  [{ name: 'a', who: { partyid: 1 } }],
  [{ name: 'a', who: { userid: 'a' } }],
  [{ name: 'a', place: null }],
  [{ name: 'a', labels: 'all' }],
  [{ name: 'a', anything: [{ id: 1 }] }],
  [{ name: 'a', free: { any: { thing: 1 } } }],
])('known: %j', (value) => {
  expect(v.is(schema, value)).toBe(true)
  expect(findUnknownField(schema, value)).toBeUndefined()
})

test.each([
  [{ name: 'a', more: 1 }, 'more'],
  [{ name: 'a', toString: 1 }, 'toString'],
  [{ name: 'a', range: { from: 1, to: 2 } }, 'range.to'],
  [{ name: 'a', parts: [{ id: 'a' }, { id: 'b', all: true }] }, 'parts[1].all'],
  [{ name: 'a', file: { type: 'link', link: { url: 'u' }, image: { id: 'i' } } }, 'file.image'],
  [{ name: 'a', file: { type: 'image', image: { id: 'i', url: 'u' } } }, 'file.image.url'],
  [{ name: 'a', who: { userid: 'a', everybody: true } }, 'who.everybody'],
])('unknown: %j', (value, path) => {
  expect(v.is(schema, value)).toBe(true)
  expect(findUnknownField(schema, value)).toBe(path)
})
