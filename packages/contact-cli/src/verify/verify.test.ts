import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fetch } from '@wecom/core'
import { expect, onTestFinished, test } from 'vitest'
import { type Ran, runProgram } from '../fixtures/runProgram.ts'
import { type FakeCorp, startFakeCorp } from './fixtures/fakeCorp.ts'
import { objectsAt, pathOf, tamper } from './fixtures/tamper.ts'
import type { Report } from './Report.ts'

/**
 * Runs `wecom-contact verify` against a corp. In the result, `file` is the text of the report, or an empty string if
 * `verify` wrote no report.
 */
async function verify({ url, corpId, secret, now }: FakeCorp, fetch?: Fetch): Promise<Ran & { readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  const env = { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_BASE_URL: url }
  const ran = await runProgram(['verify', '--output', 'table', '--report', path], { env, now, ...(fetch && { fetch }) })
  return { ...ran, file: await readFile(path, 'utf8').catch(() => '') }
}

test('default', async () => {
  const corp = await startFakeCorp()
  const { code, output, errors, file } = await verify(corp)

  expect(errors).toMatch(/^The report is in .*report\.json\. It contains no personal data, no ids and no secrets\.\n$/)
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
  const { code, output, file } = await verify(corp, fetch)

  expect(code).toBe(3)
  expect(output).toContain(
    [
      '  - tag_group[].create_time: missing in 1 of 1, documented as always present',
      '  ~ tag_group[].order: string in 1 of 1, documented as integer',
      '  + tag_group[].color: string in 1 of 1, not documented',
      '',
    ].join('\n'),
  )
  expect((JSON.parse(file) as Report).totals.differences).toBe(3)
})

test('behavior: no value of the corp is in the output or in the file', async () => {
  const corp = await startFakeCorp()
  const { output, file } = await verify(corp, fetchSpoilt)

  expect((JSON.parse(file) as Report).totals.differences).toBeGreaterThan(100)
  expect(corp.values.length).toBeGreaterThan(300)
  // Leaves out words of the report and kinds of messages, because the data of the corp contains them, too.
  const words = new Set(['', '1', 'customer', 'image', 'link', 'member', 'single'])
  const leaked = [...corp.values, corp.corpId, corp.secret, new URL(corp.url).host].filter(
    (value) => !words.has(value) && (output.includes(value) || file.includes(value)),
  )
  expect(leaked).toEqual([])
  expect(output).toContain('(unprintable)')
})

/** A `fetch` that calls `spoil` to change every successful answer, except answers that contain a token. */
const fetchSpoilt: Fetch = async (input, init) => {
  const answer = (await (await fetch(input, init)).json()) as Record<string, unknown>
  return Response.json(answer['errcode'] === 0 && !answer['access_token'] ? spoil(answer) : answer)
}

/**
 * Returns a copy of an answer that differs from the documentation in two ways. For each field that contains a string,
 * e.g. `name: 'anna'`, the copy has an additional field `anna: 'anna'`. Each number except `errcode` becomes a list
 * with a string, e.g. `7` becomes `['7']`.
 */
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

test('error: a wrong secret is exit code 1, and is not printed', async () => {
  const { code, errors, output, file } = await verify({ ...(await startFakeCorp()), secret: 'top-secret' })

  expect({ code, file }).toEqual({ code: 1, file: '' })
  expect(errors).toContain('getAccessToken failed: 40001')
  expect(output + errors).not.toContain('top-secret')
})

const fetchBroken: Fetch = (input, init) =>
  pathOf(input) === '/cgi-bin/getcallbackip' ? Promise.resolve(new Response('<html>')) : fetch(input, init)

test('error: calls that fail are exit code 1', async () => {
  const { code, output } = await verify(await startFakeCorp(), fetchBroken)

  expect(code).toBe(1)
  expect(output).toMatch(/listCallbackIps +0 +– +failed: response/)
})

test('error: the report cannot be written', async () => {
  const ran = await runProgram(['verify', '--mock', '--report', 'no/folder.json'])

  expect(ran).toMatchObject({
    code: 1,
    errors: 'wecom-contact: --report: no/folder.json cannot be written: ENOENT\n',
  })
})
