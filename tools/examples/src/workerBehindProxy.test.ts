import { globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workspaceRoot } from '@wecom-tools/packages'
import { build } from 'esbuild'
import { expect, inject, test } from 'vitest'
import { startMockServer } from './mockServer.ts'
import { type Environment, startServer } from './programs.ts'

const project = 'worker-behind-proxy'
/**
 * Path of the program workerd, which is the runtime of Cloudflare Workers. npm installs only the build for this
 * machine.
 */
const [workerd = expect.fail('"npm ci" left out optional dependencies: there is no workerd')] = globSync(
  join(workspaceRoot, 'node_modules/@cloudflare/workerd-*/bin/workerd{,.exe}'),
)
const key = 'a-key-of-32-characters-or-more-91bc'

/** Bundles the Worker as `wrangler` does, and starts `workerd` to serve the Worker. Returns the URL of the Worker. */
async function startWorker(env: Environment): Promise<string> {
  const folder = join(inject('folder'), project)
  await build({
    entryPoints: [join(folder, 'worker.ts')],
    outfile: join(folder, 'worker.bundle.js'),
    bundle: true,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'error',
  })
  const bindings = Object.entries(env).map(([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`)
  await writeFile(
    join(folder, 'workerd.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker", esModule = embed "worker.bundle.js")],
      bindings = [${bindings.join(', ')}],
      compatibilityDate = "2026-10-01",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", http = (), service = "worker")],
);
`,
  )
  return startServer((port) => ({
    project,
    program: workerd,
    args: ['serve', `--socket-addr=http=127.0.0.1:${port}`, 'workerd.capnp'],
  }))
}

test('the Worker counts the customers of a member through the proxy, which lets nobody else call', async () => {
  const { corp, env } = await startMockServer()
  const proxy = await startServer((port) => ({
    project,
    args: ['proxy.ts'],
    env: { ...env, PROXY_KEY: key, PORT: port },
  }))
  const worker = await startWorker({ PROXY_URL: `${proxy}/wecom`, PROXY_KEY: key })

  const response = await fetch(`${worker}/customers/wangfang`)
  expect(await response.json()).toEqual({ userid: 'wangfang', customers: 34 })
  expect((await fetch(`${worker}/elsewhere`)).status).toBe(404)
  expect(corp.journal.list('listContactIds')).toHaveLength(1)

  const headers = { authorization: 'Bearer guessed' }
  const stranger = await fetch(`${proxy}/wecom/cgi-bin/externalcontact/list?userid=wangfang`, { headers })
  expect(stranger.status).toBe(401)
  expect(corp.journal.list('listContactIds')).toHaveLength(1)
})
