import { expect, test } from 'vitest'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'

type Facts = Readonly<Record<string, unknown>>

function fetchError(facts: Facts): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('below'), facts) })
}

/**
 * Makes two calls: the first has the effect `send`, the second has the effect `read`. All requests fail with `thrown`.
 * Returns the fields `code` and `ambiguous` of the first call's error. `reads` is the number of requests of the second
 * call: 2 if the client repeated the call.
 */
async function outcomeOf(thrown: Error): Promise<{ code: string | undefined; ambiguous: boolean; reads: number }> {
  const { client } = createTestClient([thrown])
  const [sending] = await Promise.allSettled([client.request(sampleEndpoint('send'), { id: 'a' })])
  const reading = createTestClient([thrown, thrown], { retry: { limit: 1, minDelay: 0 } })
  await Promise.allSettled([reading.client.request(sampleEndpoint('read'), { id: 'a' })])
  if (sending.status === 'fulfilled' || !(sending.reason instanceof WeComNetworkError)) throw new Error('no failure')
  return { code: sending.reason.code, ambiguous: sending.reason.ambiguous, reads: reading.sent.length }
}

const connectCodes = [
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ECONNRESET',
  'EACCES',
]

test.each<[string, Facts]>([
  ...connectCodes.map((code): [string, Facts] => [`${code} of connect`, { code, syscall: 'connect' }]),
  ['ECONNREFUSED of Deno and Bun', { code: 'ECONNREFUSED' }],
  ['ConnectionRefused of older Bun', { code: 'ConnectionRefused' }],
  ['a connection that took too long', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
  ['all addresses of a host took too long', { code: 'ERR_SOCKET_CONNECTION_TIMEOUT' }],
  ...['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_FAIL'].map((code): [string, Facts] => [code, { code }]),
  ['ESERVFAIL of a resolver of one’s own', { code: 'ESERVFAIL', syscall: 'queryA' }],
  ['EMFILE of getaddrinfo', { code: 'EMFILE', syscall: 'getaddrinfo' }],
  ['a handshake that the server closes', { code: 'ECONNRESET', host: '127.0.0.1', port: 443 }],
  ['a handshake that takes too long', { code: 'ERR_TLS_HANDSHAKE_TIMEOUT' }],
  ['a server without TLS', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
  ['a handshake that the server refuses', { code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }],
])('behavior: %s: a send is not ambiguous, a read is sent again', async (_, facts) => {
  expect(await outcomeOf(fetchError(facts))).toEqual({ code: facts['code'], ambiguous: false, reads: 2 })
})

test.each([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CRL_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'ERR_INVALID_URL',
  'UND_ERR_INVALID_ARG',
])('behavior: %s: a send is not ambiguous, and nothing is sent again', async (code) => {
  expect(await outcomeOf(fetchError({ code }))).toEqual({ code, ambiguous: false, reads: 1 })
})

test.each<[string, Facts]>([
  ...connectCodes
    .filter((code) => code !== 'ECONNREFUSED')
    .flatMap((code): [string, Facts][] => [
      [`${code} of read`, { code, syscall: 'read' }],
      [`${code} without syscall, as Bun gives it`, { code }],
    ]),
  ['EPIPE of write', { code: 'EPIPE', syscall: 'write' }],
  ['a reset of a known host while reading', { code: 'ECONNRESET', syscall: 'read', host: '127.0.0.1', port: 443 }],
  ['a reset with a port alone', { code: 'ECONNRESET', port: 443 }],
  ['a reset with a host alone', { code: 'ECONNRESET', host: '127.0.0.1' }],
  ['a timeout of a known host', { code: 'ETIMEDOUT', host: '127.0.0.1', port: 443 }],
  ['a connection that the server closed', { code: 'UND_ERR_SOCKET' }],
  ['an answer that took too long', { code: 'UND_ERR_HEADERS_TIMEOUT' }],
  ['a damaged record of TLS', { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }],
  ['an answer over TLS that breaks off', { code: 'ERR_SSL_UNEXPECTED_EOF_WHILE_READING' }],
  ['TLS of Bun, in the handshake or later', { code: 'EPROTO' }],
  ['a request that somebody aborted', { code: 'UND_ERR_ABORTED' }],
  ['an answer that a transport refuses', { code: 'INVALID_RESPONSE' }],
  ['Deno, whatever it is', {}],
  ['a broken answer whose message is like that of a proxy', { code: 'ECONNRESET', message: 'Proxy response (502)' }],
  ['a system call that only contains connect', { code: 'EIO', syscall: 'reconnect' }],
  ...['BODY_UNABLE_TO_PARSE', 'BODY_INVALID_CA', 'INVALID_CACHE', 'STATUS_4071'].map((code): [string, Facts] => [
    `${code}, which only contains a code of a certificate or a proxy`,
    { code },
  ]),
])('behavior: %s: a send is ambiguous, a read is sent again', async (_, facts) => {
  expect(await outcomeOf(fetchError(facts))).toEqual({ code: facts['code'], ambiguous: true, reads: 2 })
})

const refused = { code: 'ECONNREFUSED', syscall: 'connect' }
const timedOut = { code: 'ETIMEDOUT', syscall: 'connect' }
const brokenOff = { code: 'ECONNRESET', syscall: 'read' }

test.each<[string, readonly unknown[], boolean]>([
  ['no address of a host can be reached', [refused, timedOut], false],
  ['one address was reached', [refused, brokenOff], true],
  ['the first address was reached', [brokenOff, refused], true],
  ['no member', [], true],
  ['a member that is nothing', [refused, null], true],
])('behavior: errors for each address of a host: %s', async (_, members, ambiguous) => {
  const all = members.map((facts) => facts && Object.assign(new Error('one'), facts))
  const withCode = Object.assign(new AggregateError(all), { code: 'ETIMEDOUT' })
  expect(await outcomeOf(new TypeError('fetch failed', { cause: withCode }))).toMatchObject({ ambiguous })
  expect(await outcomeOf(new TypeError('fetch failed', { cause: new AggregateError(all) }))).toMatchObject({
    ambiguous,
  })
})

test('behavior: the code may be on the error itself or on a nested cause', async () => {
  expect(await outcomeOf(Object.assign(new Error('top'), refused))).toMatchObject({ code: 'ECONNREFUSED' })
  const wrapped = new Error('over', { cause: new Error('ky', { cause: fetchError(refused) }) })
  expect(await outcomeOf(wrapped)).toMatchObject({ code: 'ECONNREFUSED', ambiguous: false })
})

test('behavior: a circular cause ends', async () => {
  const circular = new Error('one')
  circular.cause = new Error('other', { cause: circular })

  expect(await outcomeOf(circular)).toMatchObject({ code: undefined, ambiguous: true })
})
