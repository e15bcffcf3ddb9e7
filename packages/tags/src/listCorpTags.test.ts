import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listCorpTags, type ListCorpTagsResult } from './listCorpTags.ts'

const result: ListCorpTagsResult = {
  tag_group: [
    {
      group_id: 'eg1',
      group_name: '客户等级',
      create_time: 1_767_225_600,
      order: 4_294_967_295,
      deleted: false,
      tag: [
        { id: 'et1', name: '老客户', create_time: 1_767_225_600, order: 2, deleted: false },
        { id: 'et2', name: '已流失', create_time: 1_767_225_601, order: 0, deleted: true },
      ],
    },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listCorpTags(client, { tag_id: ['et1', 'et2'], group_id: ['eg1'] })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_corp_tag_list',
      query: {},
      token: 'test-token',
      body: { tag_id: ['et1', 'et2'], group_id: ['eg1'] },
    },
  ])
})

test('behavior: without parameters, all tags are listed, without deleted ones', async () => {
  const all = {
    tag_group: [
      {
        group_id: 'eg1',
        group_name: '客户等级',
        create_time: 1_767_225_600,
        order: 1,
        tag: [{ id: 'et1', name: '老客户', create_time: 1_767_225_600, order: 2, field_added_later: 'x' }],
        field_added_later: true,
      },
    ],
  }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...all }])

  expect(await listCorpTags(client)).toEqual(all)
  expect(sent[0]?.body).toEqual({})
})

test('behavior: empty lists of ids are sent, lists that are undefined are not', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', tag_group: [] }])

  expect(await listCorpTags(client, { tag_id: [], group_id: undefined })).toEqual({ tag_group: [] })
  expect(sent[0]?.body).toEqual({ tag_id: [] })
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listCorpTags(client, { tag_id: ['et1', ''], group_id: [''] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listCorpTags failed: tag_id[1]: must not be empty; group_id[0]: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_corp_tag_list
    Docs: https://developer.work.weixin.qq.com/document/path/92117]
  `)
  expect(sent).toEqual([])
})

test('error: a tag is unknown', async () => {
  const { client } = createTestClient([{ errcode: 40068, errmsg: 'invalid tagid, hint: [2701]' }])

  await expect(listCorpTags(client, { tag_id: ['et9'] })).rejects.toMatchInlineSnapshot(`
    [WeComApiError: listCorpTags failed: 40068 invalid tagid

    Endpoint: POST /cgi-bin/externalcontact/get_corp_tag_list
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：40068
    Hint: 2701
    Docs: https://developer.work.weixin.qq.com/document/path/92117]
  `)
})
