import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createFakeCorp } from '@wecom/mock'
import { type MockServer, listen } from '@wecom/mock/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPage } from '../workspace.ts'

const corp = createFakeCorp()
let server: MockServer

beforeEach(async () => {
  server = await listen(corp)
})
afterEach(() => server.close())

async function runDemo(environment: Record<string, string>): Promise<{ output: string; code: unknown }> {
  const program = fileURLToPath(new URL('demo.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@wecom/source', program], {
    env: { PATH: process.env['PATH'], ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [code] = await once(child, 'close')
  return { output, code }
}

test('the story holds', async () => {
  const { output, code } = await runDemo({})

  expect(output).toContain('All 22 checks passed.')
  expect(code).toBe(0)
})

test.each(['README.md', 'README.zh-CN.md'])('%s of @wecom/sync shows what the demo prints', async (page) => {
  const text = readPage(`packages/sync/${page}`)
  const [, recorded = ''] = /^```console demo\n\$ npm run demo\n…\n\n(.*?)^```$/ms.exec(text) ?? []

  expect(recorded).toContain('wecom_churn')
  expect((await runDemo({})).output).toContain(recorded)
})

test('with a corp of your own it only reads', async () => {
  const { output, code } = await runDemo({
    WECOM_CORP_ID: corp.corpId,
    WECOM_SECRET: 'fake-secret',
    WECOM_BASE_URL: server.url,
  })

  expect(output).toContain(`${corp.corpId} at ${server.url}; the demo changes nothing`)
  expect(code).toBe(0)
  expect(new Set(corp.journal.list().map(({ path }) => path))).toEqual(
    new Set([
      '/cgi-bin/gettoken',
      '/cgi-bin/externalcontact/get_follow_user_list',
      '/cgi-bin/externalcontact/list',
      '/cgi-bin/externalcontact/batch/get_by_user',
      '/cgi-bin/externalcontact/get',
    ]),
  )
})

test('a story that breaks off ends with exit code 1', async () => {
  const { output, code } = await runDemo({
    WECOM_CORP_ID: corp.corpId,
    WECOM_SECRET: 'not-the-secret',
    WECOM_BASE_URL: server.url,
  })

  expect(output).toContain('40001 invalid credential')
  expect(output).not.toContain('not-the-secret')
  expect(code).toBe(1)
})
