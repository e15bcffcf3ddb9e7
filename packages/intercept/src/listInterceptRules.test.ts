import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listInterceptRules, type ListInterceptRulesResult } from './listInterceptRules.ts'

const result: ListInterceptRulesResult = {
  rule_list: [
    { rule_id: 'rule-31', rule_name: '私下交易', create_time: 1_767_225_600 },
    { rule_id: 32, rule_name: '夸大宣传', create_time: 1_767_225_601 },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listInterceptRules(client)).toEqual(result)
  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/externalcontact/get_intercept_rule_list', query: {}, token: 'test-token' },
  ])
})

test('error: the app may not manage sensitive words', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [2902]' }])

  await expect(listInterceptRules(client)).rejects.toMatchInlineSnapshot(`
    [WeComApiError: listInterceptRules failed: 48002 api forbidden

    Endpoint: GET /cgi-bin/externalcontact/get_intercept_rule_list
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：48002
    Hint: 2902
    Docs: https://developer.work.weixin.qq.com/document/path/95097]
  `)
})
