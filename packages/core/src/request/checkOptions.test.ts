import { expect, test } from 'vitest'
import * as v from 'valibot'
import type { RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { NoParams } from '../endpoint/NoParams.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { listCallbackIps, listCallbackIpsEndpoint } from '../endpoints/listCallbackIps.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'

const ok = { errcode: 0, errmsg: 'ok', value: 1 }

interface TimedParams {
  job: string
  timeout?: number | undefined
}

const timedEndpoint: Endpoint<TimedParams, { value: number }> = defineEndpoint({
  name: 'startJob',
  method: 'POST',
  path: '/cgi-bin/job/start',
  effect: 'create',
  docs: 90000,
  params: wireObject<TimedParams>({ job: v.string(), timeout: v.optional(v.number()) }),
  result: wireObject<{ value: number }>({ value: v.number() }),
})

test('default: parameters and options each in their place', async () => {
  const { client, sent } = createTestClient([{ ip_list: [] }, { ip_list: [] }, ok])
  const options = { signal: new AbortController().signal, timeout: 5_000, totalTimeout: Infinity }
  await listCallbackIps(client, {}, options)
  await listCallbackIps(client, undefined, options)
  await client.request(timedEndpoint, { job: 'j1', timeout: 3 }, options)

  expect(sent.map(({ query, body }) => ({ query, body }))).toEqual([
    { query: {}, body: undefined },
    { query: {}, body: undefined },
    { query: {}, body: { job: 'j1', timeout: 3 } },
  ])
})

test('error: options in place of the parameters do not compile', async () => {
  const { client, sent } = createTestClient([])
  const signal = AbortSignal.abort()
  const options: RequestOptions = { signal }
  const calls = [
    // @ts-expect-error the signal is not a parameter
    () => listCallbackIps(client, { signal }),
    // @ts-expect-error neither are options in a variable
    () => listCallbackIps(client, options),
    // @ts-expect-error the same for `client.request`
    () => client.request(listCallbackIpsEndpoint, { signal }),
    // @ts-expect-error the same beside a parameter
    () => client.request(sampleEndpoint('read'), { id: 'a', signal }),
  ]

  for (const call of calls) {
    await expect(call()).rejects.toMatchObject({
      kind: 'validation',
      issues: [{ path: 'signal', message: 'options go into the third argument' }],
    })
  }
  expect(sent).toEqual([])
})

test.each([
  { signal: undefined },
  { timeout: 5_000 },
  { totalTimeout: 5_000 },
  { headers: { 'x-trace': 'a1' } },
  { timeout: 5_000, headers: {} },
])('error: %o as the parameters is refused where types do not help', async (options) => {
  const { client, sent } = createTestClient([])
  const params: object = options

  await expect(listCallbackIps(client, params as NoParams)).rejects.toMatchObject({
    kind: 'validation',
    issues: Object.keys(options).map((path) => ({ path, message: 'options go into the third argument' })),
  })
  expect(sent).toEqual([])
})

test('error: the message says where options go', async () => {
  const { client } = createTestClient([])
  const params: object = { signal: AbortSignal.abort() }

  await expect(listCallbackIps(client, params as NoParams)).rejects.toMatchObject({
    summary: 'listCallbackIps failed: signal: options go into the third argument; nothing was sent',
  })
})

test.each([Number.NaN, 0, -1])('error: time limits of %d ms', async (limit) => {
  const { client, sent } = createTestClient([])
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { timeout: limit, totalTimeout: limit })

  await expect(call).rejects.toMatchObject({
    kind: 'validation',
    ambiguous: false,
    issues: [
      { path: 'timeout', message: `must be a positive number, got ${limit}` },
      { path: 'totalTimeout', message: `must be a positive number, got ${limit}` },
    ],
  })
  expect(sent).toEqual([])
})
