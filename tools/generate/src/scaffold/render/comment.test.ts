import { expect, test } from 'vitest'
import { docComment, wrap } from './comment.ts'

test.each([
  ['fits', 'one two', 16, '/** one two */\n'],
  ['is too long', 'one two three', 16, '/**\n * one two three\n */\n'],
  ['is too long for one line', 'one two three', 12, '/**\n * one two\n * three\n */\n'],
])('docComment: a text that %s', (_, text, width, comment) => {
  expect(docComment(text, width)).toBe(comment)
})

test.each([
  ['one two three', 7, ['one two', '  three']],
  ['one two three', 13, ['one two three']],
  ['one twothree four', 6, ['one', '  twothree', '  four']],
  ['', 6, ['']],
])('wrap: %s in %i', (text, width, lines) => {
  expect(wrap(text, width, '  ')).toEqual(lines)
})
