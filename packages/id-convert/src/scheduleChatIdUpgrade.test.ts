import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { scheduleChatIdUpgrade, type ScheduleChatIdUpgradeParams } from './scheduleChatIdUpgrade.ts'

const params: ScheduleChatIdUpgradeParams = { upgrade_time: 1_767_225_600 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await scheduleChatIdUpgrade(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/idconvert/apply_to_upgrade_chatid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: a time that is no whole number of seconds is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(scheduleChatIdUpgrade(client, { upgrade_time: 1_767_225_600.5 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: scheduleChatIdUpgrade failed: upgrade_time: Invalid integer: Received 1767225600.5; nothing was sent

    Endpoint: POST /cgi-bin/idconvert/apply_to_upgrade_chatid
    Docs: https://developer.work.weixin.qq.com/document/path/99601]
  `)
  expect(sent).toEqual([])
})
