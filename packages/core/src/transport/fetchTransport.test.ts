import { expect, test, vi } from 'vitest'
import type { Effect } from '../endpoint/Endpoint.ts'
import { createClient } from '../client/createClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { staticToken } from '../token/staticToken.ts'

test('behavior: fetch is called without `this`, as browsers require', async () => {
  const receivers: unknown[] = []
  const client = createClient({
    token: staticToken('tok'),
    async fetch(this: unknown) {
      receivers.push(this)
      return Response.json({ errcode: 0, value: 1 })
    },
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(receivers).toEqual([undefined])
})

const json = '{"id":"a"}'

test.each<[string, Effect, boolean, unknown]>([
  ['on Deno the body of a send is a Blob, so that it is sent once', 'send', true, expect.any(Blob)],
  ['on Deno the body of a read is a text', 'read', true, json],
  ['elsewhere the body of a send is a text', 'send', false, json],
])('behavior: %s', async (_what, effect, isDeno, expected) => {
  if (isDeno) vi.stubGlobal('Deno', {})
  const bodies: unknown[] = []
  const client = createClient({
    token: staticToken('tok'),
    fetch: async (_url, init) => {
      bodies.push(init?.body)
      return Response.json({ errcode: 0, value: 1 })
    },
  })
  await client.request(sampleEndpoint(effect), { id: 'a' })

  expect(bodies).toEqual([expected])
  expect(await new Response(bodies[0] as Blob | string).text()).toBe(json)
})
