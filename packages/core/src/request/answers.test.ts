import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientConfig } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Effect, Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import type { MismatchEvent } from '../events/ClientEvent.ts'
import { isWeComError } from '../errors/isWeComError.ts'
import { createTestClient, type ScriptedAnswer } from '../testing/createTestClient.ts'
import { proxied } from '../token/proxied.ts'
import { type SampleParams, sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Outcome {
  readonly result?: object
  readonly error?: unknown
  readonly sent: number
}

/**
 * Makes one call. Each attempt gets the same answer. Runs all timers, and returns the result or the error of the call.
 */
async function run(
  endpoint: Endpoint<SampleParams, object>,
  answer: () => ScriptedAnswer,
  config: Partial<ClientConfig> = {},
): Promise<Outcome> {
  const { client, sent } = createTestClient(Array.from({ length: 9 }, answer), config)
  const settled = client.request(endpoint, { id: 'a' }).then(
    (result) => ({ result, sent: sent.length }),
    (error: unknown) => ({ error, sent: sent.length }),
  )
  await vi.runAllTimersAsync()
  return settled
}

function answerWith(text: string): () => Response {
  return () => Object.defineProperties(new Response(''), { body: { value: null }, text: { value: async () => text } })
}

const everyEffect: readonly Effect[] = ['read', 'write', 'create', 'send']

test.each(everyEffect)(
  'behavior: a %s whose answer holds raw control characters succeeds at the first try',
  async (effect) => {
    const { result, sent } = await run(
      sampleEndpoint(effect),
      answerWith('{"errcode":0,"errmsg":"ok","value":1,"name":"李\u0014\n四"}'),
    )

    expect(result).toEqual({ value: 1, name: '李\u0014\n四' })
    expect(sent).toBe(1)
  },
)

test('behavior: a long integer in an unknown field keeps its digits', async () => {
  const { result } = await run(
    sampleEndpoint('read'),
    answerWith('{"errcode":0,"value":1,"serial":4561255354251345929}'),
  )

  expect(result).toEqual({ value: 1, serial: '4561255354251345929' })
})

const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`

test.each([
  ['an object that cannot become a string', '{"toString":1}'],
  ['50,000 nested lists', nested],
  ['null', 'null'],
  ['a number', '7'],
])('error: errmsg is %s', async (_what, errmsg) => {
  const { error, sent } = await run(sampleEndpoint('send'), answerWith(`{"errcode":40003,"errmsg":${errmsg}}`))

  expect(error).toMatchObject({
    kind: 'api',
    errcode: 40003,
    errmsg: '',
    summary: 'sample failed: 40003',
    ambiguous: false,
  })
  expect(sent).toBe(1)
})

test('error: an errmsg that is too long for a log is cut', async () => {
  const { error } = await run(
    sampleEndpoint('read'),
    answerWith(JSON.stringify({ errcode: 40003, errmsg: 'hint: ['.repeat(3000) })),
  )

  expect(error).toMatchObject({ kind: 'api', errcode: 40003, errmsg: 'hint: ['.repeat(300).slice(0, 2000) })
})

test.each([
  ['an object', '{"errcode":{"toString":1}}'],
  ['nested lists', `{"errcode":${nested}}`],
  ['null', '{"errcode":null,"value":1}'],
  ['an empty string', '{"errcode":"","value":1}'],
  ['a blank string', '{"errcode":" ","value":1}'],
  ['a word', '{"errcode":"ok","value":1}'],
  ['an empty list', '{"errcode":[],"value":1}'],
  ['a list of 0', '{"errcode":[0],"value":1}'],
  ['false', '{"errcode":false,"value":1}'],
  ['true', '{"errcode":true,"value":1}'],
  ['a fraction', '{"errcode":0.5,"value":1}'],
  ['out of range', '{"errcode":1e999,"value":1}'],
])('error: an errcode that is %s is none of WeCom', async (_what, text) => {
  const read = await run(sampleEndpoint('read'), answerWith(text))
  expect(read).toMatchObject({ error: { kind: 'response', ambiguous: false }, sent: 4 })
  expect(isWeComError(read.error)).toBe(true)

  expect(await run(sampleEndpoint('send'), answerWith(text))).toMatchObject({
    error: {
      kind: 'response',
      ambiguous: true,
      summary: 'sample failed: the answer is JSON without errcode; a gateway may have sent it',
    },
    sent: 1,
  })
})

test.each(everyEffect)('error: JSON of a gateway is not a success of a %s', async (effect) => {
  const { error } = await run(sampleEndpoint(effect), answerWith('{"code":403,"message":"blocked"}'))

  expect(error).toMatchObject({ kind: 'response', status: 200, ambiguous: effect === 'create' || effect === 'send' })
})

const base = {
  name: 'sample',
  method: 'POST',
  path: '/cgi-bin/sample',
  effect: 'create',
  docs: 90000,
  params: wireObject<SampleParams>({ id: v.string(), note: v.optional(v.string()) }),
} as const

/**
 * Creates an endpoint with the result fields `one` and `two`. If `required` is 0, both fields are optional. If it is 1,
 * only `one` is required. If it is 2, both are required.
 */
function pairEndpoint(required: number, errcode?: 'optional'): Endpoint<SampleParams, object> {
  return defineEndpoint<SampleParams, object>({
    ...base,
    errcode,
    result: v.looseObject({
      one: required > 0 ? v.number() : v.optional(v.number()),
      two: required > 1 ? v.number() : v.optional(v.number()),
    }),
  })
}

test.each([
  [0, undefined, { one: 1, two: 2 }, 'response'],
  [1, undefined, { one: 1 }, 'success'],
  [1, undefined, { one: 'text' }, 'success'],
  [1, undefined, { two: 2 }, 'response'],
  [1, undefined, { one: null }, 'response'],
  [2, undefined, { one: 1 }, 'response'],
  [2, undefined, { one: 1, two: 2 }, 'success'],
  [0, 'optional', {}, 'success'],
  [2, 'optional', { one: 1 }, 'success'],
  [2, 'optional', { code: 403, message: 'blocked' }, 'response'],
  [0, 'optional', [{ code: 403 }], 'response'],
  [0, undefined, { errcode: 0 }, 'success'],
  [0, undefined, { errcode: '0' }, 'success'],
  [2, undefined, { errcode: 0 }, 'success'],
] as const)('behavior: %i required fields, errcode %s, answer %j: %s', async (required, errcode, answer, outcome) => {
  const { error, result } = await run(pairEndpoint(required, errcode), () => answer, { strict: false })

  if (outcome === 'success') expect(result).toBeDefined()
  else expect(error).toMatchObject({ kind: 'response', ambiguous: true })
})

test('behavior: an answer without errcode may begin with blanks', async () => {
  expect(await run(pairEndpoint(1), answerWith('\n {"one":1}'))).toMatchObject({ result: { one: 1 } })
})

test.each([0, 300])('error: HTTP status %i is a failure, whatever the body is', async (status) => {
  const text = '{"errcode":0,"value":1}'
  const answer = (): Response => Object.defineProperty(answerWith(text)(), 'status', { value: status })

  expect(await run(sampleEndpoint('send'), answer)).toMatchObject({ error: { kind: 'http', status }, sent: 1 })
})

test.each([
  ['@wecom/proxy: The query is too long.', 'Reason: @wecom/proxy: The query is too long.\n'],
  ['@wecom/proxy: denied\nAmbiguous: no', undefined],
  ['token tok refused by @wecom/proxy: denied', undefined],
  [`@wecom/proxy: ${'x'.repeat(201)}`, undefined],
  ['Cannot GET /cgi-bin/sample?id=wm1', undefined],
  ['', undefined],
])('error: HTTP 403 with the text %j', async (text, line) => {
  const { error } = await run(sampleEndpoint('read'), () => new Response(text, { status: 403 }))

  if (line) expect(String(error)).toContain(line)
  else expect(String(error)).not.toContain('Reason')
})

test('behavior: headers of the token source and of the call are masked', async () => {
  const { client } = createTestClient([{ errcode: 40058, errmsg: 'bad abcdef of ghijkl' }], {
    token: proxied({ headers: { authorization: 'Bearer abcdef' } }),
  })
  const call = client.request(sampleEndpoint('read'), { id: 'a' }, { headers: { cookie: 'ghijkl' } })

  await expect(call).rejects.toMatchObject({ errmsg: 'bad *** of ***' })
})

test.each(['[]', '[{"errcode":0,"value":1}]', '1', 'true', 'null', '"text"'])(
  'error: %s is no answer',
  async (text) => {
    const { error } = await run(sampleEndpoint('read'), answerWith(text))

    expect(error).toMatchObject({
      kind: 'response',
      summary: 'sample failed: the answer is JSON without errcode; a gateway may have sent it',
    })
  },
)

test('error: a fetch error with circular causes', async () => {
  const circular = new TypeError('fetch failed')
  circular.cause = new Error('inner', { cause: circular })

  expect(await run(sampleEndpoint('send'), () => circular)).toMatchObject({
    error: { kind: 'network', code: undefined, ambiguous: true },
    sent: 1,
  })
})

const circle: unknown[] = []
circle.push(circle)

test.each([
  ['a BigInt', 1n],
  ['a circle', circle],
])('error: parameters that are no JSON are refused before anything is sent: %s', async (_what, extra) => {
  const { client, sent } = createTestClient([])
  const params = { id: 'a', extra }

  await expect(client.request(sampleEndpoint('send'), params)).rejects.toMatchObject({
    kind: 'validation',
    ambiguous: false,
    issues: [{ path: '', message: 'parameters cannot be written as JSON' }],
  })
  expect(sent).toEqual([])
})

const listEndpoint = defineEndpoint<SampleParams, { list: number[] }>({
  ...base,
  result: wireObject<{ list: number[] }>({ list: v.array(v.number()) }),
})

test.each([
  ['hundreds', 500, 20],
  ['so many that only the first is looked for', 100_000, 1],
])('behavior: a report of wrong items is short: %s', async (_what, items, issues) => {
  const reports: MismatchEvent[] = []
  const list = Array.from({ length: items }, () => 'x')
  const { result } = await run(
    listEndpoint,
    answerWith(JSON.stringify({ errcode: 0, errmsg: 'ok. Warning: wrong json format.', list })),
    {
      strict: false,
      onMismatch: (event) => reports.push(event),
    },
  )

  expect(result).toEqual({ list })
  expect(reports).toHaveLength(1)
  expect(reports[0]?.issues[0]?.message).toContain('ignored part')
  expect(reports[0]?.issues.slice(1)).toHaveLength(Math.min(issues, 19))
})

test('behavior: without Retry-After the usual delay applies', async () => {
  const waits: number[] = []
  await run(sampleEndpoint('read'), () => new Response('', { status: 502 }), {
    onEvent: (event) => event.type === 'retry' && waits.push(event.waitMs),
  })

  expect(waits).toHaveLength(3)
  expect(waits[0]).toBeGreaterThanOrEqual(250)
  expect(waits[1]).toBeGreaterThanOrEqual(500)
  expect(waits[2]).toBeGreaterThanOrEqual(1000)
})

const page = (type: string) => () => new Response('<p>', { headers: { 'content-type': type } })

test('error: an answer that is not JSON is described by its content type, up to 100 characters', async () => {
  const read = sampleEndpoint('read')
  const { error } = await run(read, page('text/html; charset=utf-8'))
  expect(error).toMatchObject({ summary: 'sample failed: the answer is not JSON; a gateway may have sent it' })
  expect(String(error)).toContain('text/html; charset=utf-8')

  const long = await run(read, page(`text/${'x'.repeat(200)}`))
  expect(String(long.error)).toContain('x'.repeat(95))
  expect(String(long.error)).not.toContain('x'.repeat(96))
})
