import { expect, test } from 'vitest'
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
