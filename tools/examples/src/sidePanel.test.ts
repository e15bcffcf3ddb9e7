import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { startMockServer } from './mockServer.ts'
import { bin, runProgram, startServer } from './programs.ts'

const project = 'side-panel-next'
const next = bin('next/dist/bin/next')

test('builds under the tsconfig that Next writes, shows the page, and lets a member see their own customers', async () => {
  const { corp, env } = await startMockServer()
  const tsconfig = join(inject('folder'), project, 'tsconfig.json')
  const before = await readFile(tsconfig, 'utf8')
  const environment = { ...env, NEXT_TELEMETRY_DISABLED: '1' }
  const build = await runProgram({ project, args: [next, 'build'], env: environment })
  expect(build).toMatchObject({ code: 0, printed: expect.stringContaining('/wecom/[...path]') })
  // Next writes into it what it misses.
  expect(await readFile(tsconfig, 'utf8')).toBe(before)

  const args = (port: string) => [next, 'start', '--hostname', '127.0.0.1', '--port', port]
  const url = await startServer((port) => ({ project, args: args(port), env: environment }))
  const page = await fetch(url)
  expect(await page.text()).toContain('<h1>我的客户</h1>')

  const list = `${url}/wecom/cgi-bin/externalcontact/list?userid=me`
  const mine = await fetch(list, { headers: { cookie: 'theme=dark; session=session-of-wangfang' } })
  expect(mine.status).toBe(200)
  expect(((await mine.json()) as { external_userid: string[] }).external_userid).toHaveLength(34)
  expect(corp.journal.list('listContactIds')).toMatchObject([{ query: { userid: 'wangfang' } }])

  expect((await fetch(list)).status).toBe(401)
  expect((await fetch(list, { headers: { cookie: 'session=guessed' } })).status).toBe(401)
})
