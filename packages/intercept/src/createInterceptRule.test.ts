import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createInterceptRule, type CreateInterceptRuleParams } from './createInterceptRule.ts'

const params: CreateInterceptRuleParams = {
  rule_name: '私下交易',
  word_list: ['加我微信', '转账'],
  semantics_list: [1, 2, 3],
  intercept_type: 1,
  applicable_range: { user_list: ['chenjie'], department_list: [12] },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', rule_id: 'rule-31' }])

  expect(await createInterceptRule(client, params)).toEqual({ rule_id: 'rule-31' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_intercept_rule',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: members or departments are enough; fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', rule_id: 'rule-31' }])

  await createInterceptRule(client, {
    ...params,
    semantics_list: undefined,
    applicable_range: { user_list: undefined, department_list: [12] },
  })

  expect(sent[0]?.body).toEqual({
    rule_name: params.rule_name,
    word_list: params.word_list,
    intercept_type: 1,
    applicable_range: { department_list: [12] },
  })
})

test('behavior: an id that is a number comes through', async () => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', rule_id: 31 }])

  expect(await createInterceptRule(client, params)).toEqual({ rule_id: 31 })
})

test('behavior: a name of 20 and words of 32 characters are sent, an emoji counting as one', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', rule_id: 'rule-31' }])

  await createInterceptRule(client, { ...params, rule_name: '🌷'.repeat(20), word_list: ['🌷'.repeat(32)] })

  expect(sent).toHaveLength(1)
})

test('error: names and words out of bounds, and a rule for nobody, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createInterceptRule(client, {
      ...params,
      rule_name: '长'.repeat(21),
      word_list: ['', '长'.repeat(33)],
      applicable_range: { user_list: [] },
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createInterceptRule failed: rule_name: at most 20 characters; word_list[0]: must not be empty; word_list[1]: at most 32 characters; applicable_range: at least one id in user_list or department_list is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_intercept_rule
    Docs: https://developer.work.weixin.qq.com/document/path/95097]
  `)
  expect(sent).toEqual([])
})

test('error: lists that are too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const ids = Array.from({ length: 1001 }, (_, index) => index)

  await expect(
    createInterceptRule(client, {
      ...params,
      word_list: ids.slice(0, 301).map(String),
      applicable_range: { user_list: ids.map(String), department_list: ids },
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createInterceptRule failed: word_list: Invalid length: Expected <=300 but received 301; applicable_range.user_list: Invalid length: Expected <=1000 but received 1001; applicable_range.department_list: Invalid length: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_intercept_rule
    Docs: https://developer.work.weixin.qq.com/document/path/95097]
  `)
  expect(sent).toEqual([])
})

test('error: the name is taken', async () => {
  const { client } = createTestClient([{ errcode: 41077, errmsg: 'rule name not unique, hint: [2901]' }])

  await expect(createInterceptRule(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41077 })
})

test('error: a lost connection is not followed by a second rule', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createInterceptRule(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listInterceptRules before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
