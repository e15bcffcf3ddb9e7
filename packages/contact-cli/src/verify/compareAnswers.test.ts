import { expect, test } from 'vitest'
import type { AnswerField } from '../facts/AnswerFacts.ts'
import { compareAnswers, countFields } from './compareAnswers.ts'

const fields: readonly AnswerField[] = [
  { name: 'total', type: 'integer', required: true },
  { name: 'share', type: 'number', required: false },
  { name: 'ids', type: 'string[]', required: false },
  {
    name: 'items',
    type: 'object[]',
    required: true,
    fields: [
      { name: 'id', type: 'string', required: true },
      { name: 'note', type: 'object', required: false, fields: [{ name: 'text', type: 'string', required: true }] },
      { name: 'other', type: 'object', required: false },
    ],
  },
]

test('default', () => {
  const answers = [
    { total: 2, share: 1, ids: [], items: [{ id: 'a', note: { text: '' }, other: { whatever: 1 } }, { id: 'b' }] },
    { total: 2, share: 0.5, ids: ['a'], items: [] },
  ]

  expect(compareAnswers(fields, answers)).toEqual([])
})

test('behavior: a field that is always present is missing, at any depth', () => {
  const answers = [{ total: 1, items: [{ id: 'a', note: {} }, {}, { id: 'c' }] }, { items: [] }]

  expect(compareAnswers(fields, answers)).toEqual([
    { kind: 'missing', path: 'total', expected: 'integer', count: 1, of: 2 },
    { kind: 'missing', path: 'items[].id', expected: 'string', count: 1, of: 3 },
    { kind: 'missing', path: 'items[].note.text', expected: 'string', count: 1, of: 1 },
  ])
})

test('behavior: a field is not in the catalogue, at any depth', () => {
  const answers = [
    {
      total: 1,
      added: null,
      items: [
        { id: 'a', added: [{}] },
        { id: 'b', added: [{}] },
      ],
    },
  ]

  expect(compareAnswers(fields, answers)).toEqual([
    { kind: 'unknown', path: 'items[].added', got: 'object[]', count: 2, of: 2 },
    { kind: 'unknown', path: 'added', got: 'null', count: 1, of: 1 },
  ])
})

test.each([
  ['total', '1', 'integer', 'string'],
  ['total', 1.5, 'integer', 'number'],
  ['total', null, 'integer', 'null'],
  ['share', true, 'number', 'boolean'],
  ['ids', [1, 'a'], 'string[]', '(integer|string)[]'],
  ['ids', {}, 'string[]', 'object'],
  ['items', { id: 'a' }, 'object[]', 'object'],
])('behavior: %s is %j, which is another type', (path, value, expected, got) => {
  const answer = { total: 1, items: [], [path]: value }

  expect(compareAnswers(fields, [answer])).toEqual([{ kind: 'type', path, expected, got, count: 1, of: 1 }])
})

test('behavior: names of fields that may be ids are not printed', () => {
  const answer = { total: 1, items: [], wmBxT3: 1, 王芳: 1, wangfang: 1, 'a b': '' }

  expect(compareAnswers(fields, [answer], new Set(['wangfang']))).toEqual([
    { kind: 'unknown', path: '(unprintable)', got: 'integer', count: 3, of: 1 },
    { kind: 'unknown', path: '(unprintable)', got: 'string', count: 1, of: 1 },
  ])
})

test('behavior: countFields counts each field once, however many answers have it', () => {
  expect(countFields(fields, [{ total: 1, items: [{ id: 'a' }, { id: 'b', note: {} }] }, { total: 2 }])).toEqual({
    known: 8,
    seen: 4,
  })
})
