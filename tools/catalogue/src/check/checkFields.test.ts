import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { CatalogueField } from '../Catalogue.ts'
import { checkFields } from './checkFields.ts'
import type { SchemaLike } from './SchemaLike.ts'

const expected: CatalogueField[] = [
  { name: 'id', type: 'string', required: true },
  { name: 'count', type: 'integer', required: false },
  {
    name: 'users',
    type: 'object[]',
    required: true,
    fields: [{ name: 'tag_id', type: 'string[]', required: false }],
  },
  { name: 'extra', type: 'object', required: false },
]

const user = { tag_id: v.optional(v.array(v.string())) }
const right = {
  id: v.string(),
  count: v.optional(v.number()),
  users: v.array(v.looseObject(user)),
  extra: v.optional(v.looseObject({ anything: v.string() })),
}
const { id, ...withoutId } = right

const cases: Record<string, { schema: SchemaLike; problems: string[] }> = {
  right: { schema: v.looseObject(right), problems: [] },
  'missing field': { schema: v.looseObject(withoutId), problems: ['result id is missing here'] },
  'extra field': {
    schema: v.looseObject({ ...right, ids: v.string() }),
    problems: ['result ids is not in the catalogue'],
  },
  'required too much': {
    schema: v.looseObject({ ...right, count: v.number() }),
    problems: ['result count is required here, optional in the catalogue'],
  },
  'required too little': {
    schema: v.looseObject({ ...right, id: v.optional(id) }),
    problems: ['result id is optional here, required in the catalogue'],
  },
  'wrong type': {
    schema: v.looseObject({ ...right, count: v.optional(v.string()) }),
    problems: ['result count is string here, integer in the catalogue'],
  },
  'a union without the type': {
    schema: v.looseObject({ ...right, id: v.union([v.number(), v.boolean()]) }),
    problems: ['result id is number or boolean here, string in the catalogue'],
  },
  'a union with the type': { schema: v.looseObject({ ...right, id: v.union([v.number(), id]) }), problems: [] },
  'an object instead of objects': {
    schema: v.looseObject({ ...right, users: v.looseObject(user) }),
    problems: ['result users is object here, object[] in the catalogue'],
  },
  'missing nested field': {
    schema: v.looseObject({ ...right, users: v.array(v.looseObject({})) }),
    problems: ['result users[].tag_id is missing here'],
  },
  'wrong type of a nested field': {
    schema: v.looseObject({ ...right, users: v.array(v.looseObject({ tag_id: v.optional(v.string()) })) }),
    problems: ['result users[].tag_id is string here, string[] in the catalogue'],
  },
  'extra nested field': {
    schema: v.looseObject({ ...right, users: v.array(v.looseObject({ ...user, tags: v.string() })) }),
    problems: ['result users[].tags is not in the catalogue'],
  },
  'any object where the catalogue knows no fields': {
    schema: v.looseObject({ ...right, extra: v.optional(v.record(v.string(), v.string())) }),
    problems: [],
  },
}

test.each(Object.entries(cases))('%s', (_, { schema, problems }) => {
  expect(checkFields('result ', schema, expected)).toEqual(problems)
})
