import { join } from 'node:path'
import { createTenant } from '@wecom/msw'
import { type MockServer, startMockServer } from '@wecom/msw/server'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type BuiltRuntime, findRuntimes } from './host/findRuntimes.ts'
import { readmes } from './host/installProgram.ts'
import { readmeCommands } from './host/readmeCommands.ts'
import { type Command, type Server, startServer } from './host/startServer.ts'
import { workerdCommand } from './host/workerdCommand.ts'

const { built } = findRuntimes()
/** Next is not here: its routes are modules, which Node can call as well. */
const runtimes: readonly (BuiltRuntime | 'Next')[] = [...built.keys(), 'Next']
const tenant = createTenant({ secret: 'fixture-secret-7f3a' })
const session = 'session-of-wangfang'
let mock: MockServer
let env: Readonly<Record<string, string>>
/** The proxy on Node. The Worker passes its calls on to it. */
let node: Server

beforeAll(async () => {
  mock = await startMockServer({ tenant })
  env = { WECOM_BASE_URL: mock.url, WECOM_CORP_ID: tenant.corpId, WECOM_SECRET: 'fixture-secret-7f3a' }
  node = await startServer(await commandFor('proxy', 'node'))
}, 60_000)
afterAll(async () => {
  node.stop()
  await mock.close()
})

/** Starts what a README shows for a runtime. */
async function commandFor(readme: keyof typeof readmes, runtime: BuiltRuntime | 'Next'): Promise<Command> {
  const folder = join(inject('folder'), readme)
  if (runtime === 'Next') {
    return { executable: process.execPath, words: () => ['../serve/nextRoute.ts', `${folder}/route.ts`], folder, env }
  }
  if (runtime === 'workerd') {
    const executable = built.get(runtime) ?? expect.fail('there is no workerd')
    const upstream = { PROXY_URL: `${node.url}/wecom`, PROXY_KEY: session }
    return workerdCommand(executable, folder, "export { default } from './worker.ts'", upstream)
  }
  const wecom = mock.url.replace('http://', '')
  const commands = readmeCommands(readmes[readme], { executables: built, folder, env, wecom })
  return commands.get(runtime) ?? expect.fail(`the README does not say how to start ${runtime}`)
}

describe.each(runtimes)('the proxy of the README on %s', (runtime) => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(await commandFor('proxy', runtime))
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
    expect((await call('list?userid=wangfang', 'Bearer stolen')).status).toBe(403)
  })

  test('what is not listed does not exist', async () => {
    expect((await call('get_corp_tag_list')).status).toBe(404)
  })
})
