import { expect, test } from 'vitest'
import { checkParts } from './checkParts.ts'

const part = (head: string, content: string): string =>
  `--x\r\nContent-Disposition: form-data; name="a"${head}\r\n\r\n${content}\r\n`
const check = (form: string): void => checkParts(new TextEncoder().encode(form), 'x', 200)
const file = '; filename="a.txt"'
/** A form part of 203 bytes, the longest that `check` accepts: 3 bytes for `--x`, and 200 for the limit in `check`. */
const longestText = part('', '-'.repeat(203 - part('', '').length))

test.each([
  ['nothing', '--x--\r\n'],
  ['a file, longer than a text may be', `${part(file, '-'.repeat(1000))}--x--`],
  ['as many parts as may be', `${part(file, '').repeat(31)}--x--`],
  ['a text as long as may be', `${part(file, '')}${longestText}--x--`],
  ['a short text', `${part('', '1')}${part(file, '1')}--x--`],
  ['a content with what looks like a delimiter', `${part(file, '--x'.repeat(100))}--x--`],
])('default: %s', (_what, form) => {
  expect(() => check(form)).not.toThrow()
})

test.each([
  ['too_large', 'many parts', `${part(file, '').repeat(32)}--x--`],
  [
    'too_large',
    'parts after line feeds alone',
    part(file, '').replaceAll('\r\n', '\n').repeat(40).replaceAll('\n\n', '\r\n\r\n'),
  ],
  ['too_large', 'a long text', `${part('', '-'.repeat(200))}--x--`],
  ['too_large', 'texts that are long together', `${part('', '-'.repeat(60)).repeat(2)}--x--`],
  ['too_large', 'a text one byte too long', `${longestText}\n--x--`],
  ['too_large', 'a long text with the word filename', `${part('', `filename${'-'.repeat(200)}`)}--x--`],
  ['bad_body', 'a long head', `${part(`${file}${'\r\na:b'.repeat(2000)}`, '')}--x--`],
  ['bad_body', 'a long head of a later part', `${part(file, '')}${part(`; filename="${'a'.repeat(9000)}"`, '')}--x--`],
  ['bad_body', 'text before the first part', `text\r\n${part(file, '')}--x--`],
  ['bad_body', 'nothing at all', ''],
])('error: %s for %s', (reason, _what, form) => {
  expect(() => check(form)).toThrow(reason)
})
