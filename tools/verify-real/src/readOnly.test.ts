import { type CatalogueEndpoint, listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { batchGetContactsByUserEndpoint, listFollowUsersEndpoint, updateContactRemarkEndpoint } from '@wecom/contacts'
import { type AnyEndpoint, type Client, getAccessTokenEndpoint } from '@wecom/core'
import { expect, test } from 'vitest'
import { readOnly } from './readOnly.ts'

const catalogue: CatalogueEndpoint[] = listCatalogues().flatMap((name) => loadCatalogue(name).endpoints)

function createReader(): { reader: Client; sent: string[] } {
  const sent: string[] = []
  const request = ({ name }: AnyEndpoint): Promise<object> => {
    sent.push(name)
    return Promise.resolve({})
  }
  return { reader: readOnly({ request: request as Client['request'] }, catalogue), sent }
}

test('default', async () => {
  const { reader, sent } = createReader()

  await reader.request(listFollowUsersEndpoint, {})
  await reader.request(batchGetContactsByUserEndpoint, { userid_list: ['lina'] })

  expect(sent).toEqual(['listFollowUsers', 'batchGetContactsByUser'])
})

test.each([
  ['a write', updateContactRemarkEndpoint],
  ['a write that calls itself a read', { ...updateContactRemarkEndpoint, effect: 'read' }],
  ['a read that the catalogue knows by another method', { ...listFollowUsersEndpoint, method: 'POST' }],
  ['a read that calls itself a write', { ...listFollowUsersEndpoint, effect: 'write' }],
  ['a path that the catalogue does not know', { ...listFollowUsersEndpoint, path: '/cgi-bin/user/list' }],
  ['a call that fetches a token', getAccessTokenEndpoint],
])('error: %s is not sent', async (_, endpoint) => {
  const { reader, sent } = createReader()

  await expect(reader.request(endpoint as AnyEndpoint, {})).rejects.toThrow(
    `${endpoint.name} is not a read call in the catalogue; nothing was sent`,
  )
  expect(sent).toEqual([])
})
