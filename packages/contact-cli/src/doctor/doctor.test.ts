import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createCallbackHandler } from '@wecom/callback'
import type { Fetch } from '@wecom/core'
import { toNodeListener } from '@wecom/core/node'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import { expect, onTestFinished, test } from 'vitest'
import { type Ran, runProgram } from '../fixtures/runProgram.ts'
import type { Finding } from './Finding.ts'

const secret = 'fake-secret'

interface Examined extends Ran {
  readonly findings: Readonly<Record<string, Finding>>
  readonly report: unknown
}

/**
 * Runs `wecom-contact doctor` against `corp`. `env` contains environment variables in addition to the corp id and the
 * secret.
 */
async function examine(
  corp: FakeCorp,
  {
    args = ['--quick'],
    env = {},
    fetch = corp.fetch,
  }: { args?: string[]; env?: Record<string, string>; fetch?: Fetch } = {},
): Promise<Examined> {
  const settings = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: secret, ...env }
  const ran = await runProgram(['doctor', ...args], { env: settings, fetch, now: corp.clock.now() })
  const { findings, report } = JSON.parse(ran.output) as { findings: Finding[]; report: unknown }
  return { ...ran, findings: Object.fromEntries(findings.map((finding) => [finding.check, finding])), report }
}

function statusesOf({ findings }: Examined): Record<string, string> {
  return Object.fromEntries(Object.values(findings).map(({ check, status }) => [check, status]))
}

test('default: everything is right, and every read call is compared', async () => {
  const examined = await examine(createFakeCorp(), { args: [] })

  expect(examined.code).toBe(0)
  expect(statusesOf(examined)).toEqual({
    settings: 'ok',
    secret: 'ok',
    'trusted IP': 'ok',
    permissions: 'ok',
    clock: 'skipped',
    'callback URL': 'skipped',
    'read calls': 'ok',
  })
  expect(examined.findings['read calls']?.text).toMatch(/^\d+ answers compared, 0 differences; /)
  expect(examined.report).toMatchObject({ totals: { differences: 0 } })
})

test('behavior: a wrong secret', async () => {
  const examined = await examine(createFakeCorp(), { args: [], env: { WECOM_SECRET: 'top-secret' } })

  expect(examined.code).toBe(1)
  expect(statusesOf(examined)).toEqual({
    settings: 'ok',
    secret: 'failed',
    'trusted IP': 'skipped',
    permissions: 'skipped',
    clock: 'skipped',
    'callback URL': 'skipped',
  })
  expect(examined.findings['secret']?.text).toContain('getAccessToken failed: 40001')
  expect(examined.output + examined.errors).not.toContain('top-secret')
})

test('behavior: an IP that is not trusted', async () => {
  const corp = createFakeCorp()
  corp.faults.add({ kind: 'errcode', errcode: 60020, endpoint: 'listFollowUsers' })
  const examined = await examine(corp)

  expect(examined.code).toBe(1)
  expect(statusesOf(examined)).toMatchObject({ secret: 'ok', 'trusted IP': 'failed', permissions: 'skipped' })
  expect(examined.findings['trusted IP']?.text).toContain('to the trusted IPs (企业可信IP) of the app')
})

test('behavior: an IP that WeCom refuses a token', async () => {
  const corp = createFakeCorp()
  corp.faults.add({ kind: 'errcode', errcode: 60020, endpoint: 'getAccessToken' })
  const examined = await examine(corp)

  expect(examined.code).toBe(1)
  expect(statusesOf(examined)).toMatchObject({ secret: 'skipped', 'trusted IP': 'failed', permissions: 'skipped' })
})

test('behavior: an app that may not call customer contact', async () => {
  const corp = createFakeCorp()
  corp.faults.add({ kind: 'errcode', errcode: 48002, endpoint: 'listFollowUsers' })
  const examined = await examine(corp)

  expect(examined.code).toBe(1)
  expect(statusesOf(examined)).toMatchObject({ secret: 'ok', 'trusted IP': 'ok', permissions: 'failed' })
  expect(examined.findings['permissions']?.text).toMatch(/48002 .* See: wecom-contact explain 48002$/)
})

test('behavior: a corp in which the app sees nobody is a warning', async () => {
  const examined = await examine(createFakeCorp({ state: 'empty' }))

  expect(examined.code).toBe(0)
  expect(examined.findings['permissions']).toMatchObject({ status: 'warning' })
})

test('behavior: null instead of the list of members is a warning, too', async () => {
  const answer = { errcode: 0, access_token: 't', expires_in: 7200, follow_user: null }
  const fetch: Fetch = () => Promise.resolve(Response.json(answer))
  const examined = await examine(createFakeCorp(), { fetch })

  expect(examined.code).toBe(0)
  expect(examined.findings['permissions']).toMatchObject({ status: 'warning' })
})

test('behavior: differences are exit code 3', async () => {
  const corp = createFakeCorp()
  const fetch: Fetch = async (input, init) => {
    const answer = (await (await corp.fetch(input, init)).json()) as Record<string, unknown>
    return Response.json({ ...answer, added: 1 })
  }
  const examined = await examine(corp, { args: [], fetch })

  expect(examined.code).toBe(3)
  expect(examined.findings['read calls']).toMatchObject({ status: 'warning' })
})

test.each([
  [-6, 'warning', "6 s behind WeCom's clock"],
  [-5, 'ok', "differs from WeCom's clock by at most 5 s"],
  [5, 'ok', "differs from WeCom's clock by at most 5 s"],
  [90, 'warning', "90 s ahead of WeCom's clock"],
])('behavior: a clock %i s ahead is %s', async (seconds, status, text) => {
  const corp = createFakeCorp()
  const date = new Date(corp.clock.now() - seconds * 1000).toUTCString()
  const fetch: Fetch = async (input, init) => {
    const { status: code, headers, body } = await corp.fetch(input, init)
    return new Response(body, { status: code, headers: [...headers, ['date', date]] })
  }
  const { findings, code } = await examine(corp, { fetch })

  expect(code).toBe(0)
  expect(findings['clock']).toEqual({ check: 'clock', status, text: expect.stringContaining(text) as string })
})

test('behavior: a Date header that is no date is skipped', async () => {
  const corp = createFakeCorp()
  const fetch: Fetch = async (input, init) => {
    const { status, headers, body } = await corp.fetch(input, init)
    return new Response(body, { status, headers: [...headers, ['date', 'yesterday']] })
  }
  const { findings } = await examine(corp, { fetch })

  expect(findings['clock']).toEqual({ check: 'clock', status: 'skipped', text: 'no answer has a valid Date header' })
})

const keys = { token: 'callbackToken', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' }

/**
 * Starts a server on this machine that receives the callbacks of `corp`. Returns the environment variables with the
 * URL, the Token and the EncodingAESKey of this server, for `doctor`.
 */
async function startCallback(corp: FakeCorp): Promise<Record<string, string>> {
  const handle = createCallbackHandler({ ...keys, receiveIds: [corp.corpId], on: {}, onEvent: () => undefined })
  const server = createServer(toNodeListener(handle)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return {
    WECOM_CALLBACK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    WECOM_CALLBACK_TOKEN: keys.token,
    WECOM_CALLBACK_KEY: keys.encodingAesKey,
  }
}

test('behavior: a callback URL that passes', async () => {
  const corp = createFakeCorp()
  const { code, findings } = await examine(corp, { env: await startCallback(corp) })

  expect(code).toBe(0)
  expect(findings['callback URL']).toMatchObject({
    status: 'ok',
    text: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback passed the verification/) as string,
  })
})

test.each([
  ['another token', { WECOM_CALLBACK_TOKEN: 'otherToken' }, 'it answers with status 403 instead of 200'],
  ['a short key', { WECOM_CALLBACK_KEY: 'short' }, 'callback encodingAesKey must be 43 letters and digits'],
  ['no key', { WECOM_CALLBACK_KEY: '' }, 'WECOM_CALLBACK_URL needs WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_KEY'],
  ['no server', { WECOM_CALLBACK_URL: 'http://127.0.0.1:1/' }, 'it cannot be reached'],
])('behavior: a callback URL with %s fails', async (_, env, text) => {
  const corp = createFakeCorp()
  const { code, findings, output } = await examine(corp, { env: { ...(await startCallback(corp)), ...env } })

  expect(code).toBe(1)
  expect(findings['callback URL']).toMatchObject({ status: 'failed', text: expect.stringContaining(text) as string })
  expect(output).not.toContain(keys.encodingAesKey)
})

test('behavior: on a terminal each check is a line, and only calls with something to say are listed', async () => {
  const { code, output } = await runProgram(['doctor', '--mock'], { terminal: 100 })

  expect(code).toBe(0)
  expect(output).toMatch(/^ok {7}settings {6}corp wwfake0000000001, secret from the fake corp\n/)
  expect(output).toContain('\ngetAcquisitionPermit ')
  expect(output).not.toContain('\nlistContactIds ')
})

test('error: the report cannot be written', async () => {
  const { code, output, errors } = await runProgram(['doctor', '--mock', '--report', 'no/folder.json'])

  expect(code).toBe(1)
  expect(JSON.parse(output)).toHaveProperty('report.totals')
  expect(errors).toBe('wecom-contact: --report: no/folder.json cannot be written: ENOENT\n')
})
