import widthOf from 'fast-string-width'
import { expect, test } from 'vitest'
import { renderItems, renderResult } from './renderResult.ts'

test('default: single values, then lists as tables; a Chinese character is two columns wide', () => {
  const result = {
    next_cursor: 'c2',
    group: { name: '木白业主交流群', admins: ['lina', '王芳'] },
    members: [
      { userid: 'wangfang', name: '王芳', type: 1 },
      { userid: 'lina', name: 'Li Na', joined: { at: 1_762_394_400 } },
    ],
  }

  expect(renderResult(result, 80)).toMatchInlineSnapshot(`
    "next_cursor   c2
    group.name    木白业主交流群
    group.admins  lina, 王芳

    members (2)
      userid    name   type  joined.at
      ────────  ─────  ────  ──────────
      wangfang  王芳   1
      lina      Li Na        1762394400
    "
  `)
})

test('behavior: a list that is wider than the terminal is shown item by item, and nothing is cut off', () => {
  const members = [
    { userid: 'wangfang', remark: '一'.repeat(20) },
    { userid: 'lina', remark: '短' },
  ]

  // The widths are: two spaces, a column of 8, two spaces, a column of 40.
  expect(renderItems('members', members, 52)).toMatchInlineSnapshot(`
    "members (2)
      userid    remark
      ────────  ────────────────────────────────────────
      wangfang  一一一一一一一一一一一一一一一一一一一一
      lina      短
    "
  `)
  expect(renderItems('members', members, 51)).toMatchInlineSnapshot(`
    "members (2)
      #1
      userid  wangfang
      remark  一一一一一一一一一一一一一一一一一一一一

      #2
      userid  lina
      remark  短
    "
  `)
})

test('behavior: lists of objects inside of items are tables of their own', () => {
  const groups = [
    { name: '等级', tags: [{ name: '重要' }, { name: '普通' }] },
    { name: '空', tags: [] },
  ]

  expect(renderItems('groups', groups, 80)).toMatchInlineSnapshot(`
    "groups (2)
      #1
      name  等级

      tags (2)
        name
        ────
        重要
        普通

      #2
      name  空
      tags  (empty)
    "
  `)
})

test('behavior: all lines of a table have the same columns', () => {
  const lines = renderItems(
    'people',
    [
      { a: '李四🎉', b: 'x' },
      { a: 'e\u0301', b: 'x' },
      { a: '한국어', b: 'x' },
    ],
    80,
  )
    .split('\n')
    .filter((line) => line.endsWith('x'))

  expect(lines.map((line) => widthOf(line))).toEqual([11, 11, 11])
})

test('behavior: tables and values may be of any number', () => {
  const items = Array.from({ length: 200_000 }, () => ({ id: 'wm' }))
  const fields = Object.fromEntries(items.map(({ id }, index) => [`field${index}`, id]))

  expect(renderItems('items', items, 80)).toHaveLength(
    'items (200000)\n  id\n  ──\n'.length + items.length * '  wm\n'.length,
  )
  expect(renderResult(fields, 80)).toMatch(/^field0 {7}wm\n/)
})

test('behavior: a long list of texts has one a line', () => {
  expect(renderResult({ ids: ['a'.repeat(20), '王'.repeat(10)] }, 80)).toBe(
    `ids (2)\n  ${'a'.repeat(20)}\n  ${'王'.repeat(10)}\n`,
  )
  expect(renderResult({ ids: ['1', '2'] }, 80)).toBe('ids  1, 2\n')
})

test('behavior: an empty result, and empty values', () => {
  expect(renderResult({}, 80)).toBe('done\n')
  expect(renderResult({ list: [], object: {}, text: '', nothing: null }, 80)).toBe(
    'list     (empty)\nobject   {}\ntext\nnothing  null\n',
  )
})

test('behavior: an empty list of items says so', () => {
  expect(renderItems('group_chat_list', [], 80)).toBe('group_chat_list (0)\n')
})

test('behavior: a name cannot move the cursor, break the line or turn the text around', () => {
  const name = 'a\u001B[2Jb\nc\u009Bd\u202Ee\u2028f'

  expect(renderResult({ name, [name]: 1, list: [{ name }] }, 80)).not.toMatch(/[[\p{Cc}\p{Bidi_Control}\u2028]--[\n]]/v)
  expect(renderResult({ name }, 80)).toBe('name  a\\u001b[2Jb\\nc\\u009bd\\u202ee\\u2028f\n')
})
