import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusals } from './Refusal.ts'

const page = readFileSync(new URL('../ANSWERS.md', import.meta.url), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('|'))

test.each(Object.entries(refusals))('the page of answers describes %s correctly', (reason, { status }) => {
  const stated = rows.filter((row) => row.includes(`\`${reason}\``)).map((row) => row.includes(`| ${status}`))

  expect(stated.length).toBeGreaterThan(0)
  expect(stated).not.toContain(false)
})

test('the page of answers has only existing reasons', () => {
  const named = rows.flatMap((row) => /\| `(\w+)` +\|$/.exec(row)?.[1] ?? [])

  expect(named.filter((reason) => reason !== 'reason' && !Object.hasOwn(refusals, reason))).toEqual([])
})
