import { expect, test } from 'vitest'
import { readInterceptSemantics } from './readInterceptSemantics.ts'

test.each([
  ['in the rule itself', { semantics_list: [1, 3] }, [1, 3]],
  ['in extra_rule', { extra_rule: { semantics_list: [2] } }, [2]],
  [
    'in extra_rule, with an empty list in the rule itself',
    { semantics_list: [], extra_rule: { semantics_list: [2] } },
    [2],
  ],
  ['in both places', { semantics_list: [1, 3], extra_rule: { semantics_list: [3, 1] } }, [1, 3]],
  ['nowhere', {}, []],
  ['nowhere, with an empty extra_rule', { extra_rule: {} }, []],
])('%s', (_, rule, expected) => {
  expect(readInterceptSemantics(rule)).toEqual(expected)
})
