import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteContactWay } from './deleteContactWay.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteContactWay(client, { config_id: 'way-1' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/del_contact_way',
      query: {},
      token: 'test-token',
      body: { config_id: 'way-1' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteContactWay(client, { config_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteContactWay failed: config_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/del_contact_way
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test('error: the way is unknown', async () => {
  const { client } = createTestClient([{ errcode: 41044, errmsg: 'invalid config_id, hint: [3204]' }])

  await expect(deleteContactWay(client, { config_id: 'way-9' })).rejects.toMatchObject({ kind: 'api', errcode: 41044 })
})
