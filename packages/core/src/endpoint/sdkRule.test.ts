import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isSdkRule, sdkRule } from './sdkRule.ts'

const schema = v.pipe(
  v.array(v.string()),
  v.maxLength(2, 'a rule of WeCom'),
  sdkRule((list) => list.length > 0, 'a rule of the SDK'),
)

const rulesOf = (input: string[]): [string, boolean][] =>
  (v.safeParse(schema, input).issues ?? []).map((issue) => [issue.message, isSdkRule(issue)])

test('default', () => {
  expect(rulesOf(['a'])).toEqual([])
  expect(rulesOf([])).toEqual([['a rule of the SDK', true]])
  expect(rulesOf(['a', 'b', 'c'])).toEqual([['a rule of WeCom', false]])
})
