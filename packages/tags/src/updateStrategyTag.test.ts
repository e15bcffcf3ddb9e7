import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateStrategyTag } from './updateStrategyTag.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = { id: 'st1', name: '清早', order: 5 }

  expect(await updateStrategyTag(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/edit_strategy_tag',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateStrategyTag(client, { id: 'sg1', name: undefined, order: 0 })

  expect(sent[0]?.body).toEqual({ id: 'sg1', order: 0 })
})

test('error: no id, a name too long and a negative order are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateStrategyTag(client, { id: '', name: '长'.repeat(31), order: -1 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateStrategyTag failed: id: must not be empty; name: at most 30 characters; order: Invalid value: Expected >=0 but received -1; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/edit_strategy_tag
    Docs: https://developer.work.weixin.qq.com/document/path/94882]
  `)
  expect(sent).toEqual([])
})
