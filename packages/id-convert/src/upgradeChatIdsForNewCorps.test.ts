import { staticToken } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { upgradeChatIdsForNewCorps } from './upgradeChatIdsForNewCorps.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], {
    token: staticToken('test-token', 'suite'),
  })

  expect(await upgradeChatIdsForNewCorps(client)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/idconvert/upgrade_chatid_for_new_corp',
      query: { suite_access_token: 'test-token' },
      token: undefined,
    },
  ])
})

test('error: the token of a corp is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(upgradeChatIdsForNewCorps(client)).rejects.toThrow('suite')
  expect(sent).toEqual([])
})
