import * as v from 'valibot'
import { expect, test } from 'vitest'
import { describeFields, describeSection } from './describeFields.ts'

const schema = v.strictObject({
  userid: v.pipe(v.string(), v.nonEmpty()),
  add_way: v.optional(v.number()),
  tag_ids: v.array(v.string()),
  status: v.picklist([0, 1]),
  msgtype: v.optional(v.literal('image')),
  link: v.optional(v.nullable(v.strictObject({ url: v.string(), size: v.optional(v.number()) }))),
  parts: v.array(v.variant('kind', [v.object({ kind: v.literal('a') }), v.object({ kind: v.literal('b') })])),
  known: v.union([v.boolean(), v.string()]),
})

test('fields, with their type where it is not text', () => {
  expect(describeFields(schema)).toBe(
    '`userid`, `add_way?: number`, `tag_ids: text[]`, `status: 0 or 1`, `msgtype?: "image"`, ' +
      '`link?: { url, size?: number }`, `parts: ({ kind: "a" } or { kind: "b" })[]`, `known: boolean or text`',
  )
})

test('a section: the fields of its rows, or what it is', () => {
  const seed = v.strictObject({ time: v.optional(v.string()), rows: v.optional(v.array(schema.entries.link)) })

  expect(describeSection(seed, 'time')).toBe('text')
  expect(describeSection(seed, 'rows')).toBe('`url`, `size?: number`')
})
