import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readBlocks } from './blocks.ts'
import { readPage, workspace } from './workspace.ts'

// The page's walk through callbacks, as it is pasted: a program, how all is started, and what is asked then.

const page = 'packages/mock/CALLBACKS.md'
const folder = fileURLToPath(new URL('../.walk-through', import.meta.url))
const node = `'${process.execPath}' --conditions=@wecom/source`
const command = `${node} '${join(workspace, 'packages/mock/src/server/wecom-mock.ts')}'`

test('a new customer is greeted', { timeout: 60_000 }, async () => {
  const [mockPort, greeterPort] = [await freePort(), await freePort()]
  const [program = '', start = '', ask = ''] = readBlocks(page, readPage(page))
    .filter(({ note }) => note === 'walk-through')
    .map(({ code }) => code.replaceAll('8090', mockPort).replaceAll('8080', greeterPort))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'greeter.ts'), program)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const commands = start.replaceAll('npx wecom-mock', command).replaceAll(/^node /gm, `${node} `)
  // Leads a group with what it starts, which is ended with it.
  const { pid } = spawn('sh', ['-c', `${commands}wait`], { cwd: folder, detached: true, stdio: 'ignore' })
  onTestFinished(() => void (pid !== undefined && process.kill(-pid)))
  for (const port of [mockPort, greeterPort]) await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/`), 30_000)
  const asking = spawn('sh', ['-e', '-c', ask], { stdio: ['ignore', 'pipe', 'ignore'] })
  const answers = await text(asking.stdout)

  expect(answers).toMatch(/"endpoint":"sendWelcomeMessage".*"errcode":0/)
})

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return String(port)
}
