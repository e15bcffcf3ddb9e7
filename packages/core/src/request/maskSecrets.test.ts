import { expect, test } from 'vitest'
import { maskSecrets } from './maskSecrets.ts'

test('default', () => {
  const sent = [{ id: 'wm1', permanent_code: 'code-1' }, undefined, { access_token: 'a+b' }]

  expect(maskSecrets('wm1 with code-1 and a%2Bb at a+b', ...sent)).toBe('wm1 with *** and *** at ***')
})

test.each([
  'suite_access_token',
  'corpsecret',
  'suite_ticket',
  'pre_auth_code',
  'Authorization',
  'cookie',
  'x-session',
])('behavior: %s is a secret', (name) => {
  expect(maskSecrets('bad value-1', { [name]: 'value-1' })).toBe('bad ***')
})

test('behavior: the scheme of a header is not masked', () => {
  expect(maskSecrets('bad abc; Bearer abc', { authorization: 'Bearer abc' })).toBe('bad ***; Bearer ***')
})

test('behavior: a blank within a secret does not end a scheme', () => {
  expect(maskSecrets('bad a-b c; c', { session: 'a-b c' })).toBe('bad ***; c')
})

test('behavior: a text that is only the secret is masked', () => {
  expect(maskSecrets('value-1', { token: 'value-1' })).toBe('***')
})

test('behavior: values that are empty or not texts mask nothing', () => {
  expect(maskSecrets('1 true', { token: 1, secret: true, ticket: '', auth_code: undefined })).toBe('1 true')
})

test('behavior: a long run of backslashes takes linear time', () => {
  const text = '\\'.repeat(1_000_000)
  expect(maskSecrets(`${text} \\\\u002dtok`, { token: '-tok' })).toBe(`${text} ***`)
})

test('behavior: special characters of regular expressions are escaped', () => {
  expect(maskSecrets('abc a.c', { token: 'a.c' })).toBe('abc ***')
  expect(maskSecrets('x (a|b)* [c]{2}^$\\ x', { token: '(a|b)* [c]{2}^$\\' })).toBe('x *** x')
  expect(maskSecrets('x 李😀四 \ud800 x', { token: '李😀四 \ud800' })).toBe('x *** x')
})

test('behavior: a secret too long for a regular expression does not fail if the text does not hold it', () => {
  expect(maskSecrets('invalid userid', { cookie: `session=a1b2c3d4e5${'-'.repeat(20_000)}` })).toBe('invalid userid')
})

test('behavior: a long secret is masked in another case', () => {
  expect(maskSecrets('unknown token abc123def456', { access_token: 'Abc123Def456' })).toBe('unknown token ***')
})
