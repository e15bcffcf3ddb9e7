import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Issue, toIssues } from './Issue.ts'

function issuesOf(schema: v.GenericSchema, value: unknown): Issue[] {
  return toIssues(v.safeParse(schema, value).issues ?? [])
}

test('default', () => {
  const schema = v.looseObject({ range: v.array(v.looseObject({ type: v.number() })) })

  expect(issuesOf(schema, { range: [{ type: 'secret' }, {}] })).toEqual([
    { path: 'range[0].type', message: 'Invalid type: Expected number' },
    { path: 'range[1].type', message: 'is required' },
  ])
})

test('behavior: the message of a schema says when a field is required', () => {
  const schema = v.looseObject({ image: v.string() }, 'is required where msgtype is image')

  expect(issuesOf(schema, {})).toEqual([{ path: 'image', message: 'is required where msgtype is image' }])
})
