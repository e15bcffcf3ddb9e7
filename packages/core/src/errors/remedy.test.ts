import { expect, test } from 'vitest'
import { explainErrcode } from '../errcodes/explainErrcode.ts'
import type { ClientConfig } from '../client/types.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { WeComApiError } from './WeComApiError.ts'

/**
 * Makes a call that WeCom refuses with `errcode`. Returns the remedy in the error message, or undefined if the message
 * contains no remedy.
 */
async function remedyOf(errcode: number, explain?: ClientConfig['explain']): Promise<string | undefined> {
  const { client } = createTestClient([{ errcode, errmsg: 'refused' }], { explain })
  const error = await client.request(sampleEndpoint('read'), { id: 'a' }).catch((thrown: unknown) => thrown)
  if (!(error instanceof WeComApiError)) throw error
  return /^Remedy: (.*)$/m.exec(error.message)?.[1]
}

test('default', async () => {
  expect(await remedyOf(84061, explainErrcode)).toBe(explainErrcode(84061)?.remedy)
})

test('behavior: without `explain` the message of 40001 names both values to check', async () => {
  expect(await remedyOf(40001)).toMatchInlineSnapshot(`"compare corpId and secret with the admin console"`)
})

test('behavior: without `explain` the message of 60020 says what to do with the IP', async () => {
  expect(await remedyOf(60020)).toMatchInlineSnapshot(
    `"add the IP to the app's trusted IPs (企业可信IP) in the admin console"`,
  )
})

test('behavior: `explain` replaces the built-in remedy', async () => {
  expect(await remedyOf(60020, () => ({ remedy: 'ask Li Na' }))).toBe('ask Li Na')
})

test('behavior: without a remedy the message has no such line', async () => {
  expect(await remedyOf(84061)).toBe(undefined)
  expect(await remedyOf(999_998, explainErrcode)).toBe(undefined)
})
