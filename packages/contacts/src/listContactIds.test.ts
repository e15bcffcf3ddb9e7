import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listContactIds, type ListContactIdsResult } from './listContactIds.ts'

const result: ListContactIdsResult = { external_userid: ['wm1', 'wo2'] }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listContactIds(client, { userid: 'chenjie' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/externalcontact/list',
      query: { userid: 'chenjie' },
      token: 'test-token',
    },
  ])
})

test('behavior: a member without customers has an empty list, which WeCom answers with an errcode', async () => {
  const { client } = createTestClient([
    { errcode: 84061, errmsg: 'not external contact, hint: [2605]', external_userid: [] },
    { errcode: 84061, errmsg: 'not external contact, hint: [2606]' },
  ])

  expect(await listContactIds(client, { userid: 'chenjie' })).toEqual({ external_userid: [] })
  expect(await listContactIds(client, { userid: 'chenjie' })).toEqual({ external_userid: [] })
})

test('error: a userid of more than 64 characters is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listContactIds(client, { userid: 'a'.repeat(65) })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listContactIds failed: userid: at most 64 characters; nothing was sent

    Endpoint: GET /cgi-bin/externalcontact/list
    Docs: https://developer.work.weixin.qq.com/document/path/92113]
  `)
  expect(sent).toEqual([])
})

test('error: the member is unknown', async () => {
  const { client } = createTestClient([{ errcode: 60111, errmsg: 'userid not found, hint: [2607]' }])

  await expect(listContactIds(client, { userid: 'nobody' })).rejects.toMatchObject({ kind: 'api', errcode: 60111 })
})

test('behavior: an empty list belongs to its caller', async () => {
  const none = { errcode: 84061, errmsg: 'not external contact' }
  const { client } = createTestClient([none, none])
  const first = await listContactIds(client, { userid: 'chenjie' })
  first.external_userid.push('wm1')

  expect(await listContactIds(client, { userid: 'wangfang' })).toEqual({ external_userid: [] })
})
