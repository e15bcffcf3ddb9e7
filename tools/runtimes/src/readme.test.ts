import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createFakeCorp } from '@wecom/mock'
import { type MockServer, listen } from '@wecom/mock/server'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { bundle } from './host/bundle.ts'
import { type BuiltRuntime, findRuntimes } from './host/findRuntimes.ts'
import { readmes } from './host/installProgram.ts'
import { readmeCommands } from './host/readmeCommands.ts'
import { type Command, type Server, startServer } from './host/startServer.ts'
import { workerdCommand } from './host/workerdCommand.ts'
import { callbackSettings, envelope, eventMessage, pack } from './program/callback.ts'

const { built } = findRuntimes()
/**
 * The runtimes on which this file tests the servers in the READMEs. `Next` stands for Next.js, which is not installed.
 * In its place, a server on Node.js imports the route from the README and calls the functions that the route exports.
 */
const runtimes: readonly (BuiltRuntime | 'Next')[] = [...built.keys(), 'Next']
const corp = createFakeCorp({ secret: 'fixture-secret-7f3a' })
const session = 'session-of-wangfang'
let mock: MockServer
let env: Readonly<Record<string, string>>
/**
 * The server that the README of `@wecom/proxy` describes for Node.js. The Cloudflare Worker in the same README sends
 * its calls to this server.
 */
let node: Server

beforeAll(async () => {
  mock = await listen(corp)
  env = { WECOM_BASE_URL: mock.url, WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'fixture-secret-7f3a' }
  node = await startServer(serverOf('proxy', 'node', env))
}, 60_000)
afterAll(async () => {
  node.stop()
  await mock.close()
})

type Env = typeof env

/** Returns the command that a README gives for starting its server on the given runtime. */
function serverOf(readme: keyof typeof readmes, runtime: BuiltRuntime, serverEnv: Env): Command {
  const folder = join(inject('folder'), readme)
  const wecom = mock.url.replace('http://', '')
  const commands = readmeCommands(readmes[readme], { executables: built, folder, env: serverEnv, wecom })
  return commands.get(runtime) ?? expect.fail(`the README does not say how to start ${runtime}`)
}

function workerOf(readme: keyof typeof readmes, workerEnv: Env, flags: readonly string[]): Promise<Command> {
  const executable = built.get('workerd') ?? expect.fail('there is no workerd')
  const folder = join(inject('folder'), readme)
  return workerdCommand(executable, folder, "export { default } from './worker.ts'", workerEnv, flags)
}

/**
 * Returns a command that starts a server with the Next.js route of a README. The function first bundles the route, as
 * Next.js does. Without a bundle, Node.js would not find the modules that the route imports, because the import paths
 * lack the ending `.ts`.
 *
 * @param file - path of the route's file, in the folder of the README.
 */
async function routeOf(readme: keyof typeof readmes, file: string, routeEnv: Env): Promise<Command> {
  const folder = join(inject('folder'), readme)
  const route = await bundle(folder, 'route', `export * from './${file}'`, 'esm')
  const args = ['../serve/nextRoute.ts', pathToFileURL(route).href]
  return { executable: process.execPath, args: () => args, folder, env: routeEnv }
}

function commandForProxy(runtime: BuiltRuntime | 'Next'): Command | Promise<Command> {
  if (runtime === 'Next') return routeOf('proxy', 'route.ts', env)
  if (runtime === 'workerd') return workerOf('proxy', { PROXY_URL: `${node.url}/wecom`, PROXY_KEY: session }, [])
  return serverOf('proxy', runtime, env)
}

function commandForCallback(runtime: BuiltRuntime | 'Next'): Command | Promise<Command> {
  const { token, encodingAesKey, receiveIds } = callbackSettings
  const settings = {
    ...env,
    WECOM_CORP_ID: receiveIds[0],
    WECOM_CALLBACK_TOKEN: token,
    WECOM_CALLBACK_KEY: encodingAesKey,
  }
  if (runtime === 'Next') return routeOf('callback', 'app/wecom/callback/route.ts', settings)
  if (runtime === 'workerd') return workerOf('callback', settings, ['nodejs_compat'])
  return serverOf('callback', runtime, settings)
}

describe.each(runtimes)('the proxy of the README on %s', (runtime) => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(await commandForProxy(runtime))
    return () => server.stop()
  }, 60_000)

  const call = (path: string, authorization = `Bearer ${session}`): Promise<Response> =>
    fetch(`${server.url}/wecom/cgi-bin/externalcontact/${path}`, { headers: { authorization } })

  test('a call of a member is made for that member', async () => {
    const response = await call('list?userid=somebody')

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ errcode: 0, external_userid: { length: 34 } })
  })

  test('who is not signed in is refused', async () => {
    expect((await call('list?userid=wangfang', 'Bearer stolen')).status).toBe(401)
  })

  test('what is not listed does not exist', async () => {
    expect((await call('get_corp_tag_list')).status).toBe(404)
  })
})

describe.each(runtimes)('the callback URL of the README on %s', (runtime) => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(await commandForCallback(runtime))
    return () => server.stop()
  }, 60_000)

  test('the URL is verified', async () => {
    const { query, encrypt } = await pack('回显')
    const response = await fetch(`${server.url}/wecom/callback?${query}&echostr=${encodeURIComponent(encrypt)}`)

    expect([response.status, await response.text()]).toEqual([200, '回显'])
  })

  test('an event is taken', async () => {
    const { query, encrypt } = await pack(eventMessage('wm1'))
    const init = { method: 'POST', body: envelope(encrypt) }
    const response = await fetch(`${server.url}/wecom/callback?${query}`, init)

    expect([response.status, await response.text()]).toEqual([200, ''])
    await vi.waitUntil(() => server.printed().includes('wm1 was added over 展会渠道'), { timeout: 10_000 })
  })

  test('what is not from WeCom is refused', async () => {
    const { query, encrypt } = await pack(eventMessage('wm2'))
    const forged = query.replace(/nonce=\d/, 'nonce=x')
    const init = { method: 'POST', body: envelope(encrypt) }

    expect((await fetch(`${server.url}/wecom/callback?${forged}`, init)).status).toBe(403)
    expect(server.printed()).not.toContain('wm2')
  })
})
