import * as v from 'valibot'
import { expect, test } from 'vitest'
import { endpoints } from '../endpoints/endpoints.ts'
import { describeSchema } from './describeSchema.ts'
import type { Field } from './Field.ts'

test.each<[string, v.GenericSchema, Field]>([
  ['string', v.pipe(v.string(), v.nonEmpty()), { kind: 'text' }],
  ['number', v.pipe(v.number(), v.integer()), { kind: 'number' }],
  ['boolean', v.boolean(), { kind: 'boolean' }],
  ['file', v.pipe(v.file(), v.minSize(6)), { kind: 'file' }],
  ['list', v.array(v.string()), { kind: 'list', item: { kind: 'text' } }],
  [
    'picklist',
    v.picklist([1, 2]),
    {
      kind: 'choice',
      choices: [
        { value: 1, label: '1' },
        { value: 2, label: '2' },
      ],
    },
  ],
  ['literal', v.literal('image'), { kind: 'choice', choices: [{ value: 'image', label: 'image' }] }],
  ['two forms of one field', v.union([v.array(v.string()), v.literal('')]), { kind: 'list', item: { kind: 'text' } }],
  ['anything else', v.record(v.string(), v.unknown()), { kind: 'json' }],
  ['two forms that cannot be shown', v.union([v.unknown(), v.bigint()]), { kind: 'json' }],
])('%s', (_, schema, field) => {
  expect(describeSchema(schema)).toEqual(field)
})

test('object, with what may be left out', () => {
  const schema = v.pipe(
    v.looseObject({ userid: v.string(), text: v.optional(v.looseObject({ content: v.string() })) }),
    v.check(() => true),
  )

  expect(describeSchema(schema)).toEqual({
    kind: 'group',
    entries: [
      { name: 'userid', required: true, field: { kind: 'text' } },
      {
        name: 'text',
        required: false,
        field: { kind: 'group', entries: [{ name: 'content', required: true, field: { kind: 'text' } }] },
      },
    ],
  })
})

test('object: required fields come first, otherwise in the order of the schema', () => {
  const schema = v.looseObject({
    a: v.optional(v.string()),
    b: v.string(),
    c: v.optional(v.string()),
    d: v.string(),
  })
  const { entries } = describeSchema(schema) as Extract<Field, { kind: 'group' }>

  expect(entries.map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c'])
})

test('variant: the key tells the fields', () => {
  const schema = v.variant('type', [
    v.looseObject({ type: v.optional(v.literal('image')), id: v.string() }),
    v.looseObject({ type: v.literal('link'), id: v.optional(v.never()) }),
  ])

  expect(describeSchema(schema)).toEqual({
    kind: 'variant',
    key: 'type',
    variants: [
      {
        value: 'image',
        group: { kind: 'group', entries: [{ name: 'id', required: true, field: { kind: 'text' } }] },
      },
      { value: 'link', group: { kind: 'group', entries: [] } },
    ],
  })
})

/**
 * The endpoints whose parameters a form can show completely. A form cannot show an object whose field names are not
 * known (the valibot type `record`).
 */
const described = endpoints.filter(({ params }) => !JSON.stringify(params).includes('"type":"record"'))

test.each(described.map((endpoint) => [endpoint.name, endpoint] as const))('%s needs no JSON', (_, endpoint) => {
  expect(JSON.stringify(describeSchema(endpoint.params))).not.toContain('"json"')
})
