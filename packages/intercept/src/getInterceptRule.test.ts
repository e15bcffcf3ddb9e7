import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getInterceptRule, type GetInterceptRuleResult } from './getInterceptRule.ts'

const result: GetInterceptRuleResult = {
  rule: {
    rule_id: 'rule-31',
    rule_name: '私下交易',
    word_list: ['加我微信', '转账'],
    semantics_list: [1, 3],
    extra_rule: { semantics_list: [1, 3] },
    intercept_type: 1,
    applicable_range: { user_list: ['chenjie'], department_list: [12] },
    create_time: 1_767_225_600,
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getInterceptRule(client, { rule_id: 'rule-31' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_intercept_rule',
      query: {},
      token: 'test-token',
      body: { rule_id: 'rule-31' },
    },
  ])
})

test('behavior: an id that came as a number goes back as one', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', rule: { ...result.rule, rule_id: 31 } }])

  const { rule } = await getInterceptRule(client, { rule_id: 31 })

  expect(rule.rule_id).toBe(31)
  expect(sent[0]?.body).toEqual({ rule_id: 31 })
})

test('behavior: a rule with little in it, and values added later, come through', async () => {
  const later = {
    rule: {
      rule_id: 'rule-32',
      rule_name: '夸大宣传',
      word_list: [],
      extra_rule: { semantics_list: [4], field_added_later: 'x' },
      intercept_type: 3,
      applicable_range: {},
      field_added_later: true,
    },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getInterceptRule(client, { rule_id: 'rule-32' })).toEqual(later)
})

test.each(['', 0.5])('error: an id that is not one is refused before anything is sent: %j', async (rule_id) => {
  const { client, sent } = createTestClient([])

  await expect(getInterceptRule(client, { rule_id })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'rule_id' }],
  })
  expect(sent).toEqual([])
})

test('error: the rule was deleted', async () => {
  const { client } = createTestClient([{ errcode: 41071, errmsg: 'rule deleted, hint: [2903]' }])

  await expect(getInterceptRule(client, { rule_id: 'rule-31' })).rejects.toMatchObject({ kind: 'api', errcode: 41071 })
})
