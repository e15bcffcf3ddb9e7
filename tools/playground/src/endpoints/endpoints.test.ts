import { createClient, proxied } from '@wecom/core'
import { createProxy } from '@wecom/proxy'
import { expect, test } from 'vitest'
import { readEndpointFacts } from '../../build/endpointFacts.ts'
import { describeSchema } from '../form/describeSchema.ts'
import type { Field } from '../form/Field.ts'
import { endpointPackages, endpoints, findEndpoint } from './endpoints.ts'
import { searchEndpoints } from './searchEndpoints.ts'

const facts = readEndpointFacts()

test('a proxy takes all of them', () => {
  const client = createClient({ token: proxied() })

  expect(endpoints.length).toBeGreaterThan(100)
  expect(() => createProxy({ client, endpoints, authenticate: () => true, authorize: () => true })).not.toThrow()
})

test.each(endpoints.map(({ name }) => name))('%s has a title in both languages', (name) => {
  expect(facts[name]?.title).toEqual({
    zh: expect.stringMatching(/\p{Script=Han}/u),
    en: expect.stringMatching(/^[A-Z]/),
  })
})

test('parameters have meanings, those of nested objects, too', () => {
  expect(facts['getContact']?.meanings).toMatchObject({ external_userid: 'the customer; not a member userid' })
  expect(Object.keys(facts['createMassMessage']?.meanings ?? {})).toContain('text.content')
})

/**
 * Returns the numbers that a user can choose in `field` and in the fields inside it. Each entry contains the path of a
 * field and one number.
 */
function numbersIn(field: Field, path = ''): [path: string, value: number][] {
  switch (field.kind) {
    case 'choice':
      return field.choices.flatMap(({ value }) => (typeof value === 'number' ? [[path, value]] : []))
    case 'list':
      return numbersIn(field.item, path)
    case 'group':
      return field.entries.flatMap(({ name, field: entry }) => numbersIn(entry, path ? `${path}.${name}` : name))
    case 'variant':
      return field.variants.flatMap(({ group }) => numbersIn(group, path))
    default:
      return []
  }
}

test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s: numbers say what they mean',
  (name, endpoint) => {
    const silent = numbersIn(describeSchema(endpoint.params)).filter(
      ([path, value]) => !facts[name]?.choices[path]?.[value],
    )

    expect(silent).toEqual([])
  },
)

test('numbers of objects that are alike mean the same', () => {
  expect(facts['updateCustomerStrategy']?.choices['range_add.type']).toEqual({ 1: 'member', 2: 'department' })
  expect(facts['createContactWay']?.choices).toMatchObject({
    type: { 1: 'single member' },
    scene: { 2: 'contact by QR code' },
  })
})

test.each([
  ['getcontactway', ['@wecom/contact-way: getContactWay']],
  ['客户详情 批量', ['@wecom/contacts: batchGetContactsByUser']],
  ['externalcontact/remark', ['@wecom/contacts: updateContactRemark']],
  ['nothing like it', []],
])('search: %s', (text, found) => {
  const packages = searchEndpoints(endpointPackages, text, ({ name }) => Object.values(facts[name]?.title ?? {}))

  expect(packages.flatMap(({ name, endpoints: inIt }) => inIt.map((one) => `${name}: ${one.name}`))).toEqual(found)
})

test('findEndpoint', () => {
  expect(findEndpoint('getContact')?.path).toBe('/cgi-bin/externalcontact/get')
  expect(findEndpoint('getAccessToken')).toBeUndefined()
})
