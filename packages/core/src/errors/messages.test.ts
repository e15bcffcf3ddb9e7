import { expect, test } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { WeComAbortError } from './WeComAbortError.ts'
import { WeComApiError } from './WeComApiError.ts'
import { WeComNetworkError } from './WeComNetworkError.ts'
import { WeComTimeoutError } from './WeComTimeoutError.ts'

const endpoint = sampleEndpoint('send')
const unchecked = sampleEndpoint('send', { checkWith: undefined })

test.each([
  [new WeComAbortError(endpoint, 'why', false), 'AbortError: sample failed: aborted'],
  [new WeComTimeoutError(endpoint, 1_500, false), 'WeComTimeoutError: sample failed: no answer within 1500 ms'],
  [new WeComNetworkError(endpoint, 'ECONNRESET', false), 'WeComNetworkError: sample failed: network error ECONNRESET'],
  [new WeComNetworkError(endpoint, undefined, false), 'WeComNetworkError: sample failed: network error'],
])('%s', (error, text) => {
  expect(String(error)).toBe(`${text}

Endpoint: POST /cgi-bin/sample
Docs: https://developer.work.weixin.qq.com/document/path/90000`)
})

test('a call that may have taken effect, without a function to check it', () => {
  expect(new WeComTimeoutError(unchecked, 1, true).message).toContain(
    '\nAmbiguous: it may have taken effect; check before sending it again\n',
  )
})

test.each(['invalid id, hint: [h1], from ip: 1.2.3.4, more', 'invalid id,hint:[h1],from ip:1.2.3.4'])(
  'errmsg %j',
  (errmsg) => {
    const error = new WeComApiError(endpoint, 40096, errmsg, false)

    expect(error).toMatchObject({ summary: 'sample failed: 40096 invalid id', hint: 'h1', ip: '1.2.3.4' })
  },
)
