import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteStrategyTags } from './deleteStrategyTags.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = { tag_id: ['st1', 'st2'], group_id: ['sg2'] }

  expect(await deleteStrategyTags(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/del_strategy_tag',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: one of the lists is enough', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await deleteStrategyTags(client, { tag_id: undefined, group_id: ['sg1'] })

  expect(sent[0]?.body).toEqual({ group_id: ['sg1'] })
})

test('error: a call that names nothing is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteStrategyTags(client, { tag_id: [] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteStrategyTags failed: at least one id in tag_id or group_id is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/del_strategy_tag
    Docs: https://developer.work.weixin.qq.com/document/path/94882]
  `)
  expect(sent).toEqual([])
})
