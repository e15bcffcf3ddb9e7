import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { checkFollowUsers, type CheckFollowUsersResult } from './checkFollowUsers.ts'

const result: CheckFollowUsersResult = {
  authorized: { userid: ['chenjie'], partyid: [12] },
  unauthorized: { userid: ['wangfang'], partyid: [15] },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await checkFollowUsers(client, { userid: ['chenjie', 'wangfang'], partyid: [12, 15] })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/check_follow_user',
      query: {},
      token: 'test-token',
      body: { userid: ['chenjie', 'wangfang'], partyid: [12, 15] },
    },
  ])
})

test('behavior: undefined lists are neither sent nor expected', async () => {
  const membersOnly = { authorized: { userid: ['chenjie'] }, unauthorized: {} }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...membersOnly }])

  expect(await checkFollowUsers(client, { userid: ['chenjie'], partyid: undefined })).toEqual(membersOnly)
  expect(sent[0]?.body).toEqual({ userid: ['chenjie'] })
})

test('error: a department id that is no integer is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(checkFollowUsers(client, { partyid: [12, 1.5] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: checkFollowUsers failed: partyid[1]: Invalid integer: Received 1.5; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/check_follow_user
    Docs: https://developer.work.weixin.qq.com/document/path/96312]
  `)
  expect(sent).toEqual([])
})
