import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateInterceptRule, type UpdateInterceptRuleParams } from './updateInterceptRule.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params: UpdateInterceptRuleParams = {
    rule_id: 'rule-31',
    rule_name: '私下收款',
    word_list: ['收款码'],
    extra_rule: { semantics_list: [1, 2, 3] },
    intercept_type: 2,
    add_applicable_range: { user_list: ['wangfang'], department_list: [13] },
    remove_applicable_range: { user_list: ['chenjie'], department_list: [12] },
  }

  expect(await updateInterceptRule(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/update_intercept_rule',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateInterceptRule(client, {
    rule_id: 31,
    rule_name: undefined,
    word_list: undefined,
    extra_rule: { semantics_list: undefined },
    intercept_type: undefined,
    add_applicable_range: undefined,
    remove_applicable_range: { user_list: ['chenjie'], department_list: undefined },
  })

  expect(sent[0]?.body).toEqual({ rule_id: 31, extra_rule: {}, remove_applicable_range: { user_list: ['chenjie'] } })
})

test('behavior: empty lists are sent: WeCom ignores one and clears the other', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateInterceptRule(client, { rule_id: 'rule-31', word_list: [], extra_rule: { semantics_list: [] } })

  expect(sent[0]?.body).toEqual({ rule_id: 'rule-31', word_list: [], extra_rule: { semantics_list: [] } })
})

test('error: what is out of bounds is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const ids = Array.from({ length: 1001 }, (_, index) => index)

  await expect(
    updateInterceptRule(client, {
      rule_id: '',
      rule_name: '',
      word_list: ['长'.repeat(33)],
      add_applicable_range: { user_list: ids.map(String) },
      remove_applicable_range: { department_list: ids },
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateInterceptRule failed: rule_id: must not be empty; rule_name: must not be empty; word_list[0]: at most 32 characters; add_applicable_range.user_list: Invalid length: Expected <=1000 but received 1001; remove_applicable_range.department_list: Invalid length: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/update_intercept_rule
    Docs: https://developer.work.weixin.qq.com/document/path/95097]
  `)
  expect(sent).toEqual([])
})

test('error: no such rule', async () => {
  const { client } = createTestClient([{ errcode: 41070, errmsg: 'invalid rule id, hint: [2904]' }])

  await expect(updateInterceptRule(client, { rule_id: 'rule-99', intercept_type: 1 })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41070,
  })
})
