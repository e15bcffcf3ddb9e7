import { listContactIds, listFollowUsers } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { expect, test } from 'vitest'
import { createFakeCorp } from './createFakeCorp.ts'
import { smallCorp } from './fixtures/smallCorp.ts'

const retry = { minDelay: 1, maxDelay: 2 }

test('default: a client with the corp’s fetch and token needs nothing else', async () => {
  const corp = createFakeCorp()
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
  const { external_userid } = corp.people.customerAddsMember({ userid: 'wangfang', name: '李四' })

  expect((await listContactIds(client, { userid: 'wangfang' })).external_userid).toContain(external_userid)
  corp.clock.advance({ hours: 24 })
  expect(await listFollowUsers(client)).toHaveProperty('follow_user')
})

test('behavior: the token is that of the corp after a reset to another one', async () => {
  const corp = createFakeCorp()
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
  await listFollowUsers(client)
  corp.reset(smallCorp())

  expect(await listFollowUsers(client)).toEqual({ follow_user: ['anna', 'ben', 'dora', 'fay'] })
  expect(corp.journal.list().map(({ errcode }) => errcode)).toEqual([0, 0])
})

test('behavior: fetch answers on any host, and rejects as the platform’s does', async () => {
  const corp = createFakeCorp()
  const url = 'https://gateway.test/wecom/cgi-bin/getcallbackip'

  expect((await corp.fetch(url)).status).toBe(200)
  expect((await corp.fetch('https://gateway.test/other')).status).toBe(404)
  corp.faults.add({ kind: 'reset' })
  await expect(corp.fetch(url)).rejects.toThrow(TypeError)
  corp.faults.add({ kind: 'delay', delayMs: 600_000 })
  await expect(corp.fetch(url, { signal: AbortSignal.timeout(1) })).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('behavior: with a failure rate of 1 every call is refused as busy, and single faults come first', async () => {
  const corp = createFakeCorp({ failureRate: 1 })
  const client = createClient({ token: corp.token, fetch: corp.fetch, retry })
  corp.faults.add({ kind: 'errcode', errcode: 40013 })

  await expect(listFollowUsers(client)).rejects.toMatchObject({ errcode: 40013 })
  corp.reset()
  await expect(listFollowUsers(client)).rejects.toMatchObject({ errcode: -1 })
  corp.faults.setConditions({ failureRate: 0 })
  expect(await listFollowUsers(client)).toHaveProperty('follow_user')
})

const call = {
  method: 'GET',
  path: '/cgi-bin/getcallbackip',
  query: new URLSearchParams(),
  body: new Uint8Array(),
  ip: '',
}

test('behavior: latency holds every answer back, and adds to a delay', () => {
  const corp = createFakeCorp({ latency: 30 })
  corp.faults.add({ kind: 'delay', delayMs: 12 })

  expect([corp.handle(call).delayMs, corp.handle(call).delayMs]).toEqual([42, 30])
})

test('behavior: the longest delay is that of a timer', () => {
  const longest = 2_147_483_647
  const corp = createFakeCorp({ latency: longest })
  corp.faults.add({ kind: 'delay', delayMs: longest })

  expect(corp.handle(call).delayMs).toBe(longest)
  expect(() => corp.faults.add({ kind: 'delay', delayMs: longest + 1 })).toThrow(
    'delayMs must be from 0 to 2147483647 milliseconds, got 2147483648',
  )
  expect(() => corp.faults.setConditions({ latency: longest + 1 })).toThrow('latency must be from 0 to 2147483647')
})

test('error: a latency or failure rate that cannot be', () => {
  expect(() => createFakeCorp({ failureRate: 1.5 })).toThrow('failureRate must be from 0 to 1, got 1.5')
  expect(() => createFakeCorp({ latency: -1 })).toThrow('latency must be from 0 to 2147483647 milliseconds, got -1')
})
