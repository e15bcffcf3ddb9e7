import { join } from 'node:path'
import { createTenant } from '@wecom/msw'
import { type MockServer, startMockServer } from '@wecom/msw/server'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findRuntimes } from './host/findRuntimes.ts'
import { readmes } from './host/installProgram.ts'
import { readmeCommands } from './host/readmeCommands.ts'
import { type Command, type Server, startServer } from './host/startServer.ts'
import { workerdCommand } from './host/workerdCommand.ts'

const { built } = findRuntimes()
const folder = join(inject('folder'), 'proxy')
const tenant = createTenant({ secret: 'fixture-secret-7f3a' })
const session = 'session-of-wangfang'
let mock: MockServer
let env: Readonly<Record<string, string>>
/** The server for Node. The Worker passes its calls on to it. */
let node: Server

beforeAll(async () => {
  mock = await startMockServer({ tenant })
  env = { WECOM_BASE_URL: mock.url, WECOM_CORP_ID: tenant.corpId, WECOM_SECRET: 'fixture-secret-7f3a' }
  node = await startServer(commandFor('node'))
}, 60_000)
afterAll(async () => {
  node.stop()
  await mock.close()
})

/** As the README starts its server. */
function commandFor(runtime: 'node' | 'bun' | 'deno'): Command {
  const wecom = mock.url.replace('http://', '')
  const commands = readmeCommands(readmes.proxy, { executables: built, folder, env, wecom })
  return commands.get(runtime) ?? expect.fail(`the README does not say how to start ${runtime}`)
}

const commands: Readonly<Record<string, () => Command | Promise<Command>>> = {
  node: () => commandFor('node'),
  bun: () => commandFor('bun'),
  deno: () => commandFor('deno'),
  workerd: () =>
    workerdCommand(
      built.get('workerd') ?? expect.fail('there is no workerd'),
      folder,
      "export { default } from './worker.ts'",
      { PROXY_URL: `${node.url}/wecom`, PROXY_KEY: session },
    ),
  'Next, by way of Node': () => ({
    executable: process.execPath,
    words: () => ['../serve/nextRoute.ts', join(folder, 'route.ts')],
    folder,
    env,
  }),
}

describe.each(
  Object.entries(commands).filter(([name]) => !['bun', 'deno', 'workerd'].includes(name) || built.has(name as 'bun')),
)('the proxy of the README on %s', (_name, command) => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(await command())
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
