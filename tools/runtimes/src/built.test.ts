import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTenant } from '@wecom/msw'
import { startMockServer } from '@wecom/msw/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDeadEnd } from './host/findDeadEnd.ts'
import { findRuntimes } from './host/findRuntimes.ts'
import { installProgram } from './host/installProgram.ts'
import { type OpenPage, openPage } from './host/openPage.ts'
import { type Program, startProgram } from './host/startProgram.ts'
import { type Stage, startStage } from './host/startStage.ts'
import { envelope, eventMessage, pack } from './program/callback.ts'
import { type CheckResult, runCheck } from './program/Check.ts'
import { proxyChecks } from './program/proxyChecks.ts'
import { runtimeChecks } from './program/runtimeChecks.ts'

const { built, chromium } = findRuntimes()
const secret = 'fixture-secret-7f3a'
const token = 'fixture-token-91bc'
/** A call through a proxy, without a client. */
const callProxy = (url: string, timeout: number): Promise<Response> =>
  fetch(`${url}/wecom/cgi-bin/externalcontact/list?userid=wangfang`, {
    headers: { authorization: 'Bearer session-of-anna' },
    signal: AbortSignal.timeout(timeout),
  })
const namesOf = (checks: readonly { readonly name: string }[]): string[] => checks.map(({ name }) => name)

let folder: string
let stage: Stage
let page: OpenPage | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'wecom-runtimes-'))
  stage = await startStage(token)
  await installProgram(folder)
  if (chromium) page = await openPage(chromium, folder, stage.url)
}, 180_000)
afterAll(async () => {
  await page?.close()
  stage.close()
  await rm(folder, { recursive: true })
})

describe.each([...built])('%s', (runtime, executable) => {
  const tenant = createTenant({ secret })
  let program: Program

  beforeAll(async () => {
    const mock = await startMockServer({ tenant })
    program = await startProgram(runtime, executable, folder, {
      mock: { url: mock.url, corpId: tenant.corpId, secret },
      stage: stage.url,
      token,
      deadEnd: await findDeadEnd(),
    })
    return async () => {
      program.stop()
      await mock.close()
    }
  }, 60_000)

  test.each(namesOf(runtimeChecks))('%s', async (name) => {
    const response = await fetch(`${program.url}/checks?name=${encodeURIComponent(name)}`)

    expect(await response.json()).toEqual({} satisfies CheckResult)
  })

  test.each(namesOf(proxyChecks))('the proxy, called from Node: %s', async (name) => {
    expect(await runCheck(proxyChecks, name, program.url)).toEqual({})
  })

  describe.runIf(chromium)('the proxy, called from a page in Chromium', () => {
    test.each(namesOf(proxyChecks))('%s', async (name) => {
      expect(await page?.run(name, program.url)).toEqual({})
    })
  })

  test('the proxy: 20 calls at once after the token was lost fetch one', async () => {
    tenant.tokens.revoke()
    tenant.journal.clear()
    const responses = await Promise.all(Array.from({ length: 20 }, () => callProxy(program.url, 5_000)))

    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]))
    expect(tenant.journal.list('getAccessToken')).toHaveLength(1)
  })

  test('the proxy: who leaves while the token is fetched takes nobody along', async () => {
    tenant.tokens.revoke()
    tenant.faults.add({ kind: 'delay', endpoint: 'getAccessToken', delayMs: 500 })
    const [leaver, stayer] = [callProxy(program.url, 200), callProxy(program.url, 5_000)]
    await expect(leaver).rejects.toThrow('timeout')
    const newcomer = callProxy(program.url, 5_000)

    expect(await Promise.all([stayer, newcomer])).toMatchObject([{ status: 200 }, { status: 200 }])
  })

  test('the callback URL: an event that is delivered three times at once arrives once', async () => {
    const deliver = async (): Promise<number> => {
      const { query, encrypt } = await pack(eventMessage('wm3'))
      const response = await fetch(`${program.url}/callback?${query}`, { method: 'POST', body: envelope(encrypt) })
      return response.status
    }

    expect(await Promise.all([deliver(), deliver(), deliver()])).toEqual([200, 200, 200])
    expect(await (await fetch(`${program.url}/events`)).json()).toMatchObject([{ ExternalUserID: 'wm3' }])
  })

  test('nothing secret was printed, and no failure that nobody has handled', () => {
    expect(program.printed()).not.toMatch(new RegExp(`${secret}|${token}|error|rejection`, 'i'))
  })
})
