import { expect, test } from 'vitest'
import { fieldDoc } from './fieldDoc.ts'

const field = { name: 'rule_id', type: 'string', required: true }

test.each([
  ['nothing', {}, ''],
  ['what restates the name', { meaning: 'Rule ID' }, ''],
  [
    'meaning and constraints',
    { meaning: 'of the rule', constraints: '<= 30 characters; 1..5 words, max 9' },
    'Of the rule. At most 30 characters; 1 to 5 words, at most 9.',
  ],
  ['a name at the beginning', { meaning: 'next_cursor of the last answer' }, 'next_cursor of the last answer.'],
  ['values at the beginning', { constraints: 'new | used' }, 'new | used.'],
  ['a point at the end', { meaning: 'some rule.' }, 'Some rule.'],
  ['a reference to the enumeration', { meaning: 'see enums', constraints: 'see enums; default 1' }, 'Default 1.'],
  ['a reference by name', { meaning: 'how it was added, see enums.add_way' }, 'How it was added.'],
  ['always', { presence: 'always' }, ''],
  ['always, with a rider', { presence: 'always; may be empty' }, 'May be empty.'],
  ['always, with a rider in brackets', { presence: 'always (may be empty)' }, 'May be empty.'],
  ['not always', { presence: 'only when type is 2' }, 'Only when type is 2.'],
  ['not stated', { presence: 'not stated' }, ''],
])('%s', (_, facts, doc) => {
  expect(fieldDoc({ ...field, ...facts }, {})).toBe(doc)
})

test('values', () => {
  expect(fieldDoc({ ...field, meaning: 'kind' }, { 1: 'new', 2: 'used' })).toBe('Kind. 1 new, 2 used.')
})
