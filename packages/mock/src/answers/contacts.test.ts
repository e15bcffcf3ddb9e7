import { loadCatalogue } from '@wecom-tools/catalogue'
import * as contacts from '@wecom/contacts'
import type { AnyEndpoint } from '@wecom/core'
import { expect, test } from 'vitest'
import { contactsServed } from './contacts.ts'

test('every endpoint of the package is served', () => {
  const endpoints = Object.entries(contacts).flatMap(([name, value]) =>
    name.endsWith('Endpoint') ? [value as AnyEndpoint] : [],
  )

  expect(new Set(contactsServed.map(({ endpoint }) => endpoint))).toEqual(new Set(endpoints))
  expect(contactsServed).toHaveLength(endpoints.length)
})

test('names, methods and paths are those of the catalogue', () => {
  const wanted = loadCatalogue('contacts').endpoints.map(({ fn, method, path }) => `${fn} ${method} ${path}`)
  const served = contactsServed.map(({ endpoint: { name, method, path } }) => `${name} ${method} ${path}`)

  expect(served.toSorted()).toEqual(wanted.toSorted())
})

test('failed answers have fields of the result only', () => {
  for (const { fn, response } of loadCatalogue('contacts').endpoints) {
    const served = contactsServed.find(({ endpoint }) => endpoint.name === fn)
    expect(response.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(served?.failureFields ?? {})))
  }
})
