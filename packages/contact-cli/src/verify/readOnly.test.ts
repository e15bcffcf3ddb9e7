import { batchGetContactsByUserEndpoint, listFollowUsersEndpoint, updateContactRemarkEndpoint } from '@wecom/contacts'
import { type AnyEndpoint, type Client, getAccessTokenEndpoint } from '@wecom/core'
import { expect, test } from 'vitest'
import { readOnly } from './readOnly.ts'

function createReader(): { reader: Client; sent: string[] } {
  const sent: string[] = []
  const request = ({ name }: AnyEndpoint): Promise<object> => {
    sent.push(name)
    return Promise.resolve({})
  }
  return { reader: readOnly({ request: request as Client['request'] }), sent }
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
  ['a read that is documented with another method', { ...listFollowUsersEndpoint, method: 'POST' }],
  ['a read that calls itself a write', { ...listFollowUsersEndpoint, effect: 'write' }],
  ['a path that is not documented', { ...listFollowUsersEndpoint, path: '/cgi-bin/user/list' }],
  ['a call that fetches a token', getAccessTokenEndpoint],
])('error: %s is not sent', async (_, endpoint) => {
  const { reader, sent } = createReader()

  await expect(reader.request(endpoint as AnyEndpoint, {})).rejects.toThrow(
    `${endpoint.name} is not a documented read call; nothing was sent`,
  )
  expect(sent).toEqual([])
})
