import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteGroupChatJoinWay } from './deleteGroupChatJoinWay.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteGroupChatJoinWay(client, { config_id: 'way-1' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/del_join_way',
      query: {},
      token: 'test-token',
      body: { config_id: 'way-1' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteGroupChatJoinWay(client, { config_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteGroupChatJoinWay failed: config_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/del_join_way
    Docs: https://developer.work.weixin.qq.com/document/path/92229]
  `)
  expect(sent).toEqual([])
})

test('error: the join way is unknown', async () => {
  const { client } = createTestClient([{ errcode: 41044, errmsg: 'invalid config_id, hint: [3106]' }])

  await expect(deleteGroupChatJoinWay(client, { config_id: 'way-9' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41044,
  })
})
