import * as v from 'valibot'
import { expect, test } from 'vitest'
import { formatIssues, type Issue, toIssues } from './Issue.ts'

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

test.each<[string, v.GenericSchema, unknown, Issue]>([
  [
    'a wrong text is not repeated',
    v.pipe(v.string(), v.regex(/^\d$/)),
    'secret',
    { path: '', message: 'Invalid format: Expected /^\\d$/' },
  ],
  ['a wrong number is not repeated', v.string(), 424242, { path: '', message: 'Invalid type: Expected string' }],
  [
    'a wrong length is named',
    v.pipe(v.string(), v.maxLength(3)),
    'secret',
    { path: '', message: 'Invalid length: Expected <=3 but received 6' },
  ],
  ['an empty text', v.pipe(v.string(), v.nonEmpty()), '', { path: '', message: 'must not be empty' }],
  [
    'a field of an item of a list',
    v.array(v.looseObject({ id: v.string() })),
    [{}],
    { path: '[0].id', message: 'is required' },
  ],
])('behavior: %s', (_what, schema, value, issue) => {
  expect(issuesOf(schema, value)).toEqual([issue])
})

test('behavior: several issues are one line', () => {
  const issues = [
    { path: 'id', message: 'is required' },
    { path: '', message: 'must not be empty' },
  ]

  expect(formatIssues(issues)).toBe('id: is required; must not be empty')
})
