import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'

// Not in browsers, which set the header themselves.
test.each([
  [undefined, /^wecom-sdk\/\d\S*$/],
  ['crm/2.1', /^wecom-sdk\/\d\S* crm\/2\.1$/],
])('default: the User-Agent names the SDK, and with userAgent %s the program', async (userAgent, expected) => {
  const { client, headers } = createTestClient([{ errcode: 0, value: 1 }], { userAgent })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(headers[0]?.get('user-agent')).toMatch(expected)
})
