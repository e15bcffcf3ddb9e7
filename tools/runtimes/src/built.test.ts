import { join } from 'node:path'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import { type MockServer, listen } from '@wecom/mock/server'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { findDeadEnd } from './host/findDeadEnd.ts'
import { findRuntimes } from './host/findRuntimes.ts'
import { readmes } from './host/installProgram.ts'
import { openEdgeRuntime } from './host/openEdgeRuntime.ts'
import { type OpenPage, openPage } from './host/openPage.ts'
import { readmeCommands } from './host/readmeCommands.ts'
import { type Server, startServer } from './host/startServer.ts'
import { type Stage, startStage } from './host/startStage.ts'
import { workerdCommand } from './host/workerdCommand.ts'
import { envelope, eventMessage, pack } from './program/callback.ts'
import { type CheckResult, runCheck } from './program/Check.ts'
import { proxyChecks } from './program/proxyChecks.ts'
import { runtimeChecks } from './program/runtimeChecks.ts'
import type { Settings } from './program/Settings.ts'

const { built, chromium } = findRuntimes()
const secret = 'fixture-secret-7f3a'
const token = 'fixture-token-91bc'
const callProxy = (url: string, timeout: number): Promise<Response> =>
  fetch(`${url}/wecom/cgi-bin/externalcontact/list?userid=wangfang`, {
    headers: { authorization: 'Bearer session-of-anna' },
    signal: AbortSignal.timeout(timeout),
  })
const namesOf = (checks: readonly { readonly name: string }[]): string[] => checks.map(({ name }) => name)

const folder = inject('folder')
/**
 * The fake corp for the edge runtime and for Chromium, which cannot run an HTTP server. Each of the other runtimes has
 * its own fake corp.
 */
const commonCorp = createFakeCorp({ secret })
let commonMock: MockServer
let stage: Stage
let page: OpenPage | undefined
let inEdgeRuntime: typeof globalThis.runRuntimeCheck
let deadEnd: string

const settingsFor = ({ corpId }: FakeCorp, mockUrl: string): Settings => ({
  mock: { url: mockUrl, corpId, secret },
  stage: stage.url,
  token,
  deadEnd,
})

beforeAll(async () => {
  commonMock = await listen(commonCorp)
  stage = await startStage(token, commonMock.url)
  deadEnd = await findDeadEnd()
  inEdgeRuntime = await openEdgeRuntime(folder)
  if (chromium) page = await openPage(chromium, folder, stage.url)
}, 60_000)
afterAll(async () => {
  await page?.close()
  stage.close()
  await commonMock.close()
})

test.each(namesOf(runtimeChecks))('edge-runtime: %s', async (name) => {
  expect(await inEdgeRuntime(name, settingsFor(commonCorp, commonMock.url))).toEqual({})
})

/**
 * Matches the names of the checks that always fail in a page in Chromium. No library can prevent these failures:
 * Chromium sets its own user agent, hides the status of a redirect, and sends a request again by itself if a reused
 * connection closes without an answer.
 */
const notInPages = /: (the user agent arrives|a redirect: how a read fails|a cut connection: a send has arrived once)$/

describe.runIf(chromium)('a page in Chromium', () => {
  test.each(namesOf(runtimeChecks).filter((name) => !notInPages.test(name)))('%s', async (name) => {
    expect(await page?.runRuntimeCheck(name, settingsFor(commonCorp, `${stage.url}/mock`))).toEqual({})
  })
})

describe.each([...built])('%s', (runtime, executable) => {
  const corp = createFakeCorp({ secret })
  let server: Server

  beforeAll(async () => {
    const mock = await listen(corp)
    const env = { SETTINGS: JSON.stringify(settingsFor(corp, mock.url)) }
    const here = join(folder, 'serve')
    const command =
      runtime === 'workerd'
        ? // Without `nodejs_compat`, because the packages need nothing of Node.
          await workerdCommand(executable, here, "export { worker as default } from './worker.ts'", env, [])
        : // Deno denies files and other hosts, because the packages do not need them.
          readmeCommands(readmes.proxy, { executables: built, folder: here, env, wecom: '127.0.0.1' }).get(runtime)
    server = await startServer(command ?? expect.fail(`the README does not say how to start ${runtime}`))
    return async () => {
      server.stop()
      await mock.close()
    }
  }, 60_000)

  test.each(namesOf(runtimeChecks))('%s', async (name) => {
    const response = await fetch(`${server.url}/checks?name=${encodeURIComponent(name)}`)

    expect(await response.json()).toEqual({} satisfies CheckResult)
  })

  test.each(namesOf(proxyChecks))('the proxy, called from Node: %s', async (name) => {
    expect(await runCheck(proxyChecks, name, server.url)).toEqual({})
  })

  describe.runIf(chromium)('the proxy, called from a page in Chromium', () => {
    test.each(namesOf(proxyChecks))('%s', async (name) => {
      expect(await page?.runProxyCheck(name, server.url)).toEqual({})
    })
  })

  test('the proxy: 20 calls at once after the token was lost fetch one', async () => {
    corp.tokens.revoke()
    corp.journal.clear()
    const responses = await Promise.all(Array.from({ length: 20 }, () => callProxy(server.url, 5_000)))

    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]))
    expect(corp.journal.list('getAccessToken')).toHaveLength(1)
  })

  test('the proxy: who leaves while the token is fetched takes nobody along', async () => {
    corp.tokens.revoke()
    corp.faults.add({ kind: 'delay', endpoint: 'getAccessToken', delayMs: 500 })
    const [leaver, stayer] = [callProxy(server.url, 200), callProxy(server.url, 5_000)]
    await expect(leaver).rejects.toThrow('timeout')
    const newcomer = callProxy(server.url, 5_000)

    expect(await Promise.all([stayer, newcomer])).toMatchObject([{ status: 200 }, { status: 200 }])
  })

  // workerd does not tell a program that its caller disconnected.
  const hangingUp = runtime === 'workerd' ? [] : ['the proxy: who hangs up ends the call behind']
  test.each(hangingUp)('%s', async () => {
    const userid = crypto.randomUUID()
    const controller = new AbortController()
    const url = `${server.url}/silent/cgi-bin/externalcontact/list?userid=${userid}`
    const call = fetch(url, { signal: controller.signal })
    const arrival = await vi.waitUntil(() => stage.find(userid), { timeout: 10_000 })
    controller.abort()

    await expect(call).rejects.toThrow('abort')
    await vi.waitUntil(() => arrival.left, { timeout: 10_000 })
  })

  test('the callback URL: an event that is delivered three times at once arrives once', async () => {
    const deliver = async (): Promise<number> => {
      const { query, encrypt } = await pack(eventMessage('wm3'))
      const response = await fetch(`${server.url}/callback?${query}`, { method: 'POST', body: envelope(encrypt) })
      return response.status
    }

    expect(await Promise.all([deliver(), deliver(), deliver()])).toEqual([200, 200, 200])
    expect(await (await fetch(`${server.url}/events`)).json()).toMatchObject([{ ExternalUserID: 'wm3' }])
  })

  test('nothing secret was printed, and no failure that nobody has handled', () => {
    expect(server.printed()).not.toMatch(new RegExp(`${secret}|${token}|error|rejection`, 'i'))
  })
})
