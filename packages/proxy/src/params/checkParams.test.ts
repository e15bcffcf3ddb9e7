import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { checkParams } from './checkParams.ts'

interface Params {
  id: string
  count?: number | undefined
  all?: boolean | undefined
  either?: string | number | undefined
}

const endpoint = defineEndpoint<Params, object>({
  name: 'sample',
  method: 'GET',
  path: '/cgi-bin/sample',
  effect: 'read',
  docs: 90000,
  params: wireObject<Params>({
    id: v.pipe(v.string(), v.maxLength(4)),
    count: v.optional(v.pipe(v.number(), v.minValue(1))),
    all: v.optional(v.boolean()),
    either: v.optional(v.union([v.string(), v.number()])),
  }),
  result: v.looseObject({}),
})

test.each([
  ['a number', { id: 'a', count: '12' }, { id: 'a', count: 12 }],
  ['a fraction', { id: 'a', count: '12.25' }, { id: 'a', count: 12.25 }],
  ['a negative fraction', { id: 'a', either: '-1.5' }, { id: 'a', either: '-1.5' }],
  ['a truth value', { id: 'a', all: 'false' }, { id: 'a', all: false }],
  ['text that looks like a number', { id: '007', count: '1' }, { id: '007', count: 1 }],
  ['text that is a number', { id: '12', count: '1' }, { id: '12', count: 1 }],
])('in the query: %s', (_what, sent, params) => {
  expect(checkParams(endpoint, sent, Object.keys(sent))).toEqual({ params })
})

test.each([
  ['1e3', 'Expected number'],
  ['0x10', 'Expected number'],
  ['01', 'Expected number'],
  [' 1', 'Expected number'],
  ['1'.repeat(17), 'Expected number'],
  ['', 'Expected number'],
  ['Infinity', 'Expected number'],
  ['0', 'Expected >=1'],
])('in the query: "%s" is refused as a count', (count, message) => {
  expect(checkParams(endpoint, { id: 'a', count }, ['id', 'count'])).toEqual({
    issue: { path: 'count', message: expect.stringContaining(message) as string },
  })
})

test('in the query: a text that is no truth value is refused as one', () => {
  expect(checkParams(endpoint, { id: 'a', all: 'yes' }, ['id', 'all'])).toMatchObject({ issue: { path: 'all' } })
})

test('in the query: a text of digits that is too long stays a text', () => {
  const { issue } = checkParams(endpoint, { id: '12345' }, ['id'])

  expect(issue).toMatchObject({ path: 'id', message: expect.stringContaining('length') as string })
})

test('a text in a body stays a text', () => {
  expect(checkParams(endpoint, { id: 'a', count: '1' }, [])).toMatchObject({ issue: { path: 'count' } })
})

test('an issue does not repeat the value', () => {
  const { issue } = checkParams(endpoint, { id: 'a', count: 'private' }, ['count'])

  expect(issue?.message).not.toContain('private')
})

test('the first issue ends the check, so hostile lists are cheap', () => {
  const check = vi.fn<() => boolean>(() => false)
  const list = { ...endpoint, params: v.looseObject({ ids: v.array(v.custom(check)) }) }

  expect(checkParams(list, { ids: Array.from({ length: 1000 }, () => 1) }, [])).toMatchObject({
    issue: { path: 'ids[0]' },
  })
  expect(check).toHaveBeenCalledOnce()
})
