import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteInterceptRule } from './deleteInterceptRule.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteInterceptRule(client, { rule_id: 'rule-31' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/del_intercept_rule',
      query: {},
      token: 'test-token',
      body: { rule_id: 'rule-31' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteInterceptRule(client, { rule_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteInterceptRule failed: rule_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/del_intercept_rule
    Docs: https://developer.work.weixin.qq.com/document/path/95097]
  `)
  expect(sent).toEqual([])
})

test('error: a second attempt after a lost answer finds the rule deleted', async () => {
  const { client, sent } = createTestClient(
    [new TypeError('fetch failed'), { errcode: 41071, errmsg: 'rule deleted, hint: [2905]' }],
    { retry: { minDelay: 1 } },
  )

  await expect(deleteInterceptRule(client, { rule_id: 'rule-31' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41071,
  })
  expect(sent).toHaveLength(2)
})
