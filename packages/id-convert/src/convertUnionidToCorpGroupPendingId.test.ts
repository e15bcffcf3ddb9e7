import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertUnionidToCorpGroupPendingId } from './convertUnionidToCorpGroupPendingId.ts'

const params = { unionid: 'union-of-zhoumin', openid: 'open-of-zhoumin' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', pending_id: 'pending-1' }])

  expect(await convertUnionidToCorpGroupPendingId(client, params)).toEqual({ pending_id: 'pending-1' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/corpgroup/unionid_to_pending_id',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: an empty unionid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertUnionidToCorpGroupPendingId(client, { ...params, unionid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertUnionidToCorpGroupPendingId failed: unionid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/corpgroup/unionid_to_pending_id
    Docs: https://developer.work.weixin.qq.com/document/path/97357]
  `)
  expect(sent).toEqual([])
})

test('error: the corp is not verified', async () => {
  const { client } = createTestClient([{ errcode: 610016, errmsg: 'corp not verified, hint: [3211]' }])

  await expect(convertUnionidToCorpGroupPendingId(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 610016,
  })
})
