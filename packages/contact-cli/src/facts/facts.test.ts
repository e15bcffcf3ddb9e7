import widthOf from 'fast-string-width'
import { expect, test } from 'vitest'
import { loadEndpoint } from '../call/loadEndpoint.ts'
import { runProgram } from '../fixtures/runProgram.ts'
import { answers } from './answers.generated.ts'
import { calls } from './calls.generated.ts'

const entries = Object.entries(calls)

test('there is every call that takes the token of a corp', () => {
  expect(entries.length).toBeGreaterThan(110)
  expect(Object.keys(answers)).toEqual(Object.keys(calls))
})

test.each(entries)('%s: its package has the endpoint', async (name, facts) => {
  const endpoint = await loadEndpoint(name, facts.package)

  expect(endpoint).toMatchObject({ name, effect: facts.effect, token: 'corp' })
})

test.each(Object.keys(calls))('%s: its help fits into 80 columns, but for long words', async (name) => {
  const { code, output } = await runProgram(['call', name, '--help'], { terminal: 80 })
  const long = output.split('\n').filter((line) => widthOf(line) > 80 && /\S\s+\S/.test(line))

  expect({ code, long }).toEqual({ code: 0, long: [] })
})

test('no field has the name of an option of the program', () => {
  const options = new Set(['json', 'all', 'out', 'yes', 'config', 'mock', 'output', 'help', 'version'])
  const fields = entries.flatMap(([name, { fields: own }]) => own.map((field) => ({ name, field: field.name })))

  expect(fields.filter(({ field }) => options.has(field))).toEqual([])
})

test('every field is of a type that a flag or --json can give', () => {
  const types = new Set(entries.flatMap(([, { fields }]) => fields.map(({ type }) => type.replace('[]', ''))))

  expect([...types].toSorted()).toEqual(['boolean', 'file', 'integer', 'object', 'string'])
})
