import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fetch } from '@wecom/core'
import { expect, onTestFinished, test } from 'vitest'
import { type FakeCorp, startFakeCorp } from './fixtures/fakeCorp.ts'
import { objectsAt, pathOf, tamper } from './fixtures/tamper.ts'
import type { Report } from './Report.ts'
import { run } from './run.ts'

interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
  /** Text of the file; empty if there is none. */
  readonly file: string
}

async function runWith(
  env: Readonly<Record<string, string | undefined>>,
  { args = [], fetch, now }: { args?: readonly string[]; fetch?: Fetch; now?: number } = {},
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-real-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  let output = ''
  let errors = ''
  const code = await run({
    args,
    env: { INIT_CWD: folder, ...env },
    print: (text) => (output += text),
    printError: (text) => (errors += text),
    fetch,
    now,
  })
  const file = await readFile(join(folder, args[1] ?? 'verify-real-report.json'), 'utf8').catch(() => '')
  return { code, output, errors, file }
}

function envOf({ url, corpId, secret }: FakeCorp): Record<string, string> {
  return { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_BASE_URL: url }
}

test('default', async () => {
  const corp = await startFakeCorp()
  const { code, output, errors, file } = await runWith(envOf(corp), { now: corp.now })

  expect(errors).toBe('')
  expect(code).toBe(0)
  expect(output).toContain(' as documented\n')
  expect(output).toContain('answers compared, 0 differences;')
  expect((JSON.parse(file) as Report).totals.differences).toBe(0)
})

test('behavior: differences are printed and in the file, with exit code 3', async () => {
  const corp = await startFakeCorp()
  const fetch = tamper('/cgi-bin/externalcontact/get_corp_tag_list', (answer) => {
    const [group] = objectsAt(answer, 'tag_group')
    Object.assign(group ?? {}, { order: '1', color: 'red' })
    delete group?.['create_time']
  })
  const { code, output, file } = await runWith(envOf(corp), { args: ['--report', 'own.json'], fetch, now: corp.now })

  expect(code).toBe(3)
  expect(output).toContain(
    [
      '  - tag_group[].create_time: missing in 1 of 1, always present in the catalogue',
      '  ~ tag_group[].order: string in 1 of 1, integer in the catalogue',
      '  + tag_group[].color: string in 1 of 1, not in the catalogue',
      '',
    ].join('\n'),
  )
  expect((JSON.parse(file) as Report).totals.differences).toBe(3)
})

test('behavior: no value of the corp is in the output or in the file', async () => {
  const corp = await startFakeCorp()
  const { output, file } = await runWith(envOf(corp), { fetch: fetchSpoilt, now: corp.now })

  expect((JSON.parse(file) as Report).totals.differences).toBeGreaterThan(100)
  expect(corp.values.length).toBeGreaterThan(300)
  // Words of the report and kinds of messages, which the corp's data contains too.
  const words = new Set(['', '1', 'customer', 'image', 'link', 'member', 'single'])
  const leaked = [...corp.values, corp.corpId, corp.secret, new URL(corp.url).host].filter(
    (value) => !words.has(value) && (output.includes(value) || file.includes(value)),
  )
  expect(leaked).toEqual([])
  expect(output).toContain('(unprintable)')
})

/** Changes every answer, except those with tokens. */
const fetchSpoilt: Fetch = async (input, init) => {
  const answer = (await (await fetch(input, init)).json()) as Record<string, unknown>
  return Response.json(answer['errcode'] === 0 && !answer['access_token'] ? spoil(answer) : answer)
}

/** The answer with a field for every value, its name being that value, and with its numbers as texts and in lists. */
function spoil(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoil)
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const named = entries.flatMap(([, inner]) => (typeof inner === 'string' ? [[inner, inner]] : []))
  return Object.fromEntries([
    ...named,
    ...entries.map(([name, inner]) => [name, name === 'errcode' ? inner : spoil(inner)]),
  ])
}

test.each<[string, Record<string, string>, readonly string[]]>([
  ['WECOM_CORP_ID is not set', { WECOM_SECRET: 'top-secret' }, []],
  ['WECOM_SECRET is not set', { WECOM_CORP_ID: 'ww1' }, []],
  ["Unknown option '--out'", { WECOM_CORP_ID: 'ww1', WECOM_SECRET: 'top-secret' }, ['--out']],
  [
    'baseUrl must be an http or https URL',
    { WECOM_CORP_ID: 'ww1', WECOM_SECRET: 'top-secret', WECOM_BASE_URL: 'x' },
    [],
  ],
])('error: %s', async (message, env, args) => {
  const { code, output, errors, file } = await runWith(env, { args })

  expect(code).toBe(2)
  expect(errors).toContain(message)
  expect(errors).toContain('Usage: ')
  expect(output + errors + file).not.toContain('top-secret')
})

test('error: a wrong secret is exit code 1, and is not printed', async () => {
  const corp = await startFakeCorp()
  const { code, errors, output } = await runWith({ ...envOf(corp), WECOM_SECRET: 'top-secret' }, { now: corp.now })

  expect(code).toBe(1)
  expect(errors).toContain('getAccessToken failed: 40001')
  expect(output + errors).not.toContain('top-secret')
})

const fetchBroken: Fetch = (input, init) =>
  pathOf(input) === '/cgi-bin/getcallbackip' ? Promise.resolve(new Response('<html>')) : fetch(input, init)

test('error: calls that fail are exit code 1', async () => {
  const corp = await startFakeCorp()
  const { code, output } = await runWith(envOf(corp), { fetch: fetchBroken, now: corp.now })

  expect(code).toBe(1)
  expect(output).toMatch(/listCallbackIps +0 +– +failed: response/)
})

test('error: the report cannot be written', async () => {
  const corp = await startFakeCorp()
  const { code, errors } = await runWith(envOf(corp), { args: ['--report', 'no/folder.json'], now: corp.now })

  expect(code).toBe(1)
  expect(errors).toMatch(/folder\.json cannot be written: ENOENT/)
})
