import { expect, test } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { WeComHttpError } from './WeComHttpError.ts'

const endpoint = sampleEndpoint('send')

test('default', () => {
  const error = new WeComHttpError(endpoint, 503, 7000, true)

  expect(error).toMatchObject({ name: 'WeComHttpError', kind: 'http', status: 503, retryAfter: 7000, ambiguous: true })
  expect(error).toMatchInlineSnapshot(`
    [WeComHttpError: sample failed: HTTP 503

    Endpoint: POST /cgi-bin/sample
    Retry after: 7000 ms
    Ambiguous: it may have taken effect; check with listSamples before sending it again
    Docs: https://developer.work.weixin.qq.com/document/path/90000]
  `)
})

test('behavior: the message says why the server refused the call', () => {
  expect(new WeComHttpError(endpoint, 404, undefined, false, 'No such path.').message).toBe(
    `sample failed: HTTP 404

Endpoint: POST /cgi-bin/sample
Reason: No such path.
Docs: https://developer.work.weixin.qq.com/document/path/90000`,
  )
})

test.each([
  [0, 'sample failed: HTTP 0, a redirect; set baseUrl to its target'],
  [300, 'sample failed: HTTP 300, a redirect; set baseUrl to its target'],
  [301, 'sample failed: HTTP 301, a redirect; set baseUrl to its target'],
  [399, 'sample failed: HTTP 399, a redirect; set baseUrl to its target'],
  [299, 'sample failed: HTTP 299'],
  [304, 'sample failed: HTTP 304'],
  [400, 'sample failed: HTTP 400'],
  [404, 'sample failed: HTTP 404'],
  [502, 'sample failed: HTTP 502'],
])('behavior: HTTP %i has a hint where there is one to give', (status, summary) => {
  expect(new WeComHttpError(endpoint, status, undefined, false).summary).toBe(summary)
})
