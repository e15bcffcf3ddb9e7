import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type AnyEndpoint, createClient, staticToken } from '@wecom/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCorp } from '../corp/corp.ts'
import { endpointPackages, endpoints, findEndpoint } from '../endpoints/endpoints.ts'
import { readCorpFacts } from '../examples/CorpFacts.ts'
import { exampleFile } from '../examples/exampleFile.ts'
import { exampleParams } from '../examples/exampleParams.ts'
import { toCurl } from './toCurl.ts'
import { toLiteral } from './toLiteral.ts'
import { toTypeScript } from './toTypeScript.ts'

const run = promisify(execFile)
const workspace = fileURLToPath(new URL('../../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'playground-code-'))
const facts = readCorpFacts(createCorp())
const example = (endpoint: AnyEndpoint): Record<string, unknown> => exampleParams(endpoint, facts)
const named = (name: string): AnyEndpoint => findEndpoint(name) ?? expect.fail(name)

/** The requests that `server` has received. In this test, `server` replaces WeCom. */
let received: unknown[] = []
const server = createServer((request, response) => void answer(request, response))
let baseUrl: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { name } = exampleFile()
  writeFileSync(join(folder, name), await exampleFile().bytes())
})
beforeEach(() => {
  received = []
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('TypeScript', () => {
  const params = { userid: 'wangfang', external_userid: 'wm1', remark: "It's", remark_mobiles: ['13800000000'] }

  expect(toTypeScript(named('updateContactRemark'), '@wecom/contacts', params)).toBe(`\
import { updateContactRemark } from '@wecom/contacts'
import { corpToken, createClient } from '@wecom/core'

const client = createClient({
  token: corpToken({ corpId: process.env.WECOM_CORP_ID!, secret: process.env.WECOM_SECRET! }),
})

const result = await updateContactRemark(client, {
  userid: 'wangfang',
  external_userid: 'wm1',
  remark: 'It\\'s',
  remark_mobiles: ['13800000000'],
})
console.log(result)
`)
})

test.each<[value: unknown, literal: string]>([
  ['a\n"b"\\', String.raw`'a\n"b"\\'`],
  [{ a: undefined, 'b-c': [], d: {} }, "{ 'b-c': [], d: {} }"],
  [[{ msgtype: 'link' }, 1, true, null], "[{ msgtype: 'link' }, 1, true, null]"],
])('literal: %j', (value, literal) => {
  expect(toLiteral(value)).toBe(literal)
})

test('the TypeScript of every call compiles', { timeout: 60_000 }, () => {
  symlinkSync(join(workspace, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const compilerOptions = {
    // As in the README of the workspace.
    strict: true,
    target: 'esnext',
    module: 'nodenext',
    types: ['node'],
    noEmit: true,
    // From source.
    customConditions: ['@wecom/source'],
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  for (const { name, endpoints: inPackage } of endpointPackages) {
    for (const endpoint of inPackage) {
      writeFileSync(join(folder, `${endpoint.name}.ts`), toTypeScript(endpoint, name, example(endpoint)))
    }
  }
  const tsc = spawnSync(join(workspace, 'node_modules/.bin/tsc'), { cwd: folder, encoding: 'utf8' })

  expect(tsc.stdout).toBe('')
  expect(tsc.status).toBe(0)
})

test('curl', async () => {
  const params = { userid: 'wangfang', external_userid: 'wm1', remark: "It's 25% off" }

  expect(await toCurl(named('updateContactRemark'), params)).toBe(`\
# ACCESS_TOKEN: the access_token of https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=…&corpsecret=…
curl "https://qyapi.weixin.qq.com/cgi-bin/externalcontact/remark?access_token=$ACCESS_TOKEN" \\
  --header 'content-type: application/json' \\
  --data '{
  "userid": "wangfang",
  "external_userid": "wm1",
  "remark": "It'\\''s 25% off"
}'
`)
})

test('the curl of every call sends what the client sends', { timeout: 60_000 }, async () => {
  const client = createClient({ baseUrl, token: staticToken('token'), retry: false })
  const commands: string[] = []
  for (const endpoint of endpoints) {
    await client.request(endpoint, example(endpoint)).catch(() => undefined)
    commands.push(await toCurl(endpoint, example(endpoint)))
  }
  const byClient = received
  received = []
  await runInShell(commands.join('\n'))

  expect(received).toHaveLength(endpoints.length)
  expect(received).toEqual(byClient)
})

test('behavior: values stay data in the shell', async () => {
  const text = '$(touch broken)`touch broken`"\'!\\\n'
  await runInShell(await toCurl(named('getContact'), { external_userid: text }))
  await runInShell(await toCurl(named('updateContactRemark'), { userid: 'a', external_userid: 'b', description: text }))

  expect(existsSync(join(folder, 'broken'))).toBe(false)
  expect(received).toMatchObject([{ query: { external_userid: text } }, { body: { description: text } }])
})

test('error: parameters that the client refuses', async () => {
  await expect(toCurl(named('getContact'), {})).rejects.toThrow('external_userid: is required')
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  received.push(await readRequest(request))
  response.setHeader('content-type', 'application/json').end('{"errcode":0}')
}

async function readRequest(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1')
  const { 'content-type': type = '' } = request.headers
  const body = await buffer(request)
  const read = { method: request.method, pathname, query: Object.fromEntries(searchParams) }
  if (!type.startsWith('multipart/form-data')) return { ...read, body: body.length > 0 && JSON.parse(body.toString()) }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  return { ...read, form: await Promise.all(Array.from(form, readFormField)) }
}

async function readFormField([name, value]: [string, string | File]): Promise<unknown> {
  if (typeof value === 'string') return [name, value]
  return [name, value.name, value.type, Buffer.from(await value.bytes()).toString('base64')]
}

/** Runs a shell script. The requests of the script go to `server`. */
async function runInShell(script: string): Promise<void> {
  const env = { PATH: process.env['PATH'], ACCESS_TOKEN: 'token' }
  // Asynchronous, because `server` runs in this process and must answer while the script runs.
  await run('sh', ['-ec', script.replaceAll('https://qyapi.weixin.qq.com', baseUrl)], { cwd: folder, env })
}
