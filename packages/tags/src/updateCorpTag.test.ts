import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateCorpTag } from './updateCorpTag.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = { id: 'et1', name: '十年老客户', order: 0, agentid: 1_000_021 }

  expect(await updateCorpTag(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/edit_corp_tag',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateCorpTag(client, { id: 'eg1', name: '等级', order: undefined, agentid: undefined })

  expect(sent[0]?.body).toEqual({ id: 'eg1', name: '等级' })
})

test('error: no id, a name too long and an order too large are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateCorpTag(client, { id: '', name: '长'.repeat(31), order: 4_294_967_296 })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: updateCorpTag failed: id: must not be empty; name: at most 30 characters; order: Invalid value: Expected <=4294967295 but received 4294967296; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/edit_corp_tag
    Docs: https://developer.work.weixin.qq.com/document/path/92117]
  `)
  expect(sent).toEqual([])
})

test('error: the name is taken', async () => {
  const { client } = createTestClient([{ errcode: 40071, errmsg: 'invalid tag name, hint: [2703]' }])

  await expect(updateCorpTag(client, { id: 'et1', name: '老客户' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 40071,
  })
})
