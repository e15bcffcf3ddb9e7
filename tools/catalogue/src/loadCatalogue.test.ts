import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { catalogueSchema } from './catalogueSchema.ts'
import { listCatalogues } from './listCatalogues.ts'
import { loadCatalogue } from './loadCatalogue.ts'
import { parseYaml } from './readYaml.ts'

test.each(listCatalogues())('%s loads', (name) => {
  const { package: packageName, endpoints } = loadCatalogue(name)

  expect(packageName).toBe(name)
  expect(endpoints.length).toBeGreaterThan(0)
})

test('no two calls share a function name, or method and path', () => {
  const endpoints = listCatalogues().flatMap((name) => loadCatalogue(name).endpoints)

  expect(new Set(endpoints.map(({ fn }) => fn)).size).toBe(endpoints.length)
  expect(new Set(endpoints.map(({ method, path }) => method + path)).size).toBe(endpoints.length)
})

test('a field is read as written, and presence decides whether it is required', () => {
  const getContact = loadCatalogue('contacts').endpoints.find(({ fn }) => fn === 'getContact')

  expect(getContact?.query[0]).toEqual({
    name: 'external_userid',
    type: 'string',
    required: true,
    meaning: 'the customer; not a member userid',
  })
  expect(getContact?.response.map(({ name, required }) => [name, required])).toEqual([
    ['external_contact', true],
    ['follow_user', true],
    ['next_cursor', false],
  ])
})

const entry = {
  fn: 'getItem',
  easywechat: null,
  method: 'GET',
  path: '/cgi-bin/item/get',
  docs: [90001],
  title_zh: '获取商品',
  summary: 'Read one item',
  effect: 'read',
  deprecated: null,
  callers: {},
  query: [{ name: 'id', type: 'string', required: true }],
  body: [],
  response: [{ name: 'item', type: 'object', presence: 'always', fields: [] }],
  enums: {},
  pagination: null,
  limits: [],
  errors: [],
  notes: [],
  sources: [],
  confidence: 'high',
}

const slips: Record<string, { change: object; message: string }> = {
  'an unknown effect': { change: { effect: 'delete' }, message: 'endpoints.getItem.effect: Invalid type' },
  'a key too much': { change: { methods: 'GET' }, message: 'endpoints.getItem.methods: Invalid key' },
  'an unknown type': {
    change: { query: [{ name: 'id', type: 'int', required: true }] },
    message: 'endpoints.getItem.query.id.type: Invalid type',
  },
  'a comma in an unquoted phrase': {
    change: { query: [{ name: 'id', type: 'string', required: true, 'or empty': null }] },
    message: 'endpoints.getItem.query.id.or empty: Invalid key',
  },
  'a nested field without presence': {
    change: {
      response: [{ name: 'item', type: 'object', presence: 'always', fields: [{ name: 'price', type: 'integer' }] }],
    },
    message: 'endpoints.getItem.response.item.fields.price.presence: Invalid key',
  },
  'fields of a string': {
    change: { response: [{ name: 'item', type: 'string', presence: 'always', fields: [] }] },
    message: 'endpoints.getItem.response.item: only an object has fields',
  },
}

test('a right entry', () => {
  const text = stringify({ package: 'shop', endpoints: [entry] })

  expect(parseYaml(text, 'shop.yaml', catalogueSchema).endpoints).toMatchObject([entry])
})

test.each(Object.entries(slips))('a slip names file, function and field: %s', (_, { change, message }) => {
  const text = stringify({ package: 'shop', endpoints: [{ ...entry, ...change }] })

  expect(() => parseYaml(text, 'shop.yaml', catalogueSchema)).toThrow(`shop.yaml: ${message}`)
})
