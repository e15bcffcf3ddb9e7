import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getNewExternalUserids, type GetNewExternalUseridsResult } from './getNewExternalUserids.ts'

const result: GetNewExternalUseridsResult = {
  items: [
    { external_userid: 'wm1', new_external_userid: 'wm-of-provider-1' },
    { external_userid: 'wm-of-provider-2', new_external_userid: 'wm-of-provider-2' },
  ],
}

function customers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `wm${index}`)
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { external_userid_list: ['wm1', 'wm-of-provider-2'] }

  expect(await getNewExternalUserids(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_new_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: more ids than advised are sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', items: [] }])

  await getNewExternalUserids(client, { external_userid_list: customers(1000) })

  expect(sent).toHaveLength(1)
})

test('error: no ids and too many are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getNewExternalUserids(client, { external_userid_list: [] })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'external_userid_list' }],
  })
  await expect(getNewExternalUserids(client, { external_userid_list: customers(1001) })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getNewExternalUserids failed: external_userid_list: Invalid length: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_new_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/97063]
  `)
  expect(sent).toEqual([])
})

test('error: the app may not convert ids', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3207]' }])

  await expect(getNewExternalUserids(client, { external_userid_list: ['wm1'] })).rejects.toMatchObject({
    kind: 'api',
    errcode: 48002,
  })
})
