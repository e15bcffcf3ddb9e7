import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listFollowUsers, type ListFollowUsersResult } from './listFollowUsers.ts'

const result: ListFollowUsersResult = { follow_user: ['chenjie', 'wangfang'] }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listFollowUsers(client)).toEqual(result)
  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/externalcontact/get_follow_user_list', query: {}, token: 'test-token' },
  ])
})

test('error: the app may not call customer contact', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [2604]' }])

  await expect(listFollowUsers(client)).rejects.toMatchInlineSnapshot(`
    [WeComApiError: listFollowUsers failed: 48002 api forbidden

    Endpoint: GET /cgi-bin/externalcontact/get_follow_user_list
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：48002
    Hint: 2604
    Docs: https://developer.work.weixin.qq.com/document/path/92571]
  `)
})
