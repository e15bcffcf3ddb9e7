import { listContactIds } from '@wecom/contacts'
import { createClient, isApiError } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { expect, test } from 'vitest'
import { handOver } from './handOver.ts'

test('customers of a member who leaves are with the new member a day later', async () => {
  const corp = createFakeCorp()
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
  const { external_userid: before } = await listContactIds(client, { userid: 'wangfang' })
  corp.people.memberLeaves({ userid: 'wangfang' })

  const { started, refused } = await handOver(client, 'lina')
  expect(refused).toEqual([])
  expect(started).toEqual(expect.arrayContaining(before))

  corp.clock.advance({ hours: 24 })
  const { external_userid: after } = await listContactIds(client, { userid: 'lina' })
  expect(after).toEqual(expect.arrayContaining(before))
})

test('a corp where nobody has left has nothing to hand over', async () => {
  const corp = createFakeCorp({ state: 'empty' })
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })

  expect(await handOver(client, 'lina')).toEqual({ started: [], refused: [] })
})

test('a block of WeCom ends it with an error', async () => {
  const corp = createFakeCorp()
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
  corp.faults.add({ kind: 'errcode', errcode: 45009, endpoint: 'listUnassignedContacts' })

  await expect(handOver(client, 'lina')).rejects.toSatisfy((error) => isApiError(error, 45009))
})
