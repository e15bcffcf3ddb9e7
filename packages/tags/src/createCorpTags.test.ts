import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createCorpTags, type CreateCorpTagsParams, type CreateCorpTagsResult } from './createCorpTags.ts'

const params: CreateCorpTagsParams = {
  group_name: '到店次数',
  order: 7,
  tag: [{ name: '首次', order: 2 }, { name: '常来' }],
  agentid: 1_000_021,
}

const result: CreateCorpTagsResult = {
  tag_group: {
    group_id: 'eg2',
    group_name: '到店次数',
    create_time: 1_767_225_600,
    order: 7,
    tag: [
      { id: 'et3', name: '首次', create_time: 1_767_225_600, order: 2 },
      { id: 'et4', name: '常来', create_time: 1_767_225_600, order: 0 },
    ],
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createCorpTags(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_corp_tag',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: tags go into a group that exists; fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createCorpTags(client, {
    group_id: 'eg2',
    group_name: undefined,
    order: undefined,
    tag: [{ name: '周末', order: undefined }],
    agentid: undefined,
  })

  expect(sent[0]?.body).toEqual({ group_id: 'eg2', tag: [{ name: '周末' }] })
})

test('behavior: with a group_id, the name of the group may be an empty string', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createCorpTags(client, { group_id: 'eg2', group_name: '', tag: [{ name: '周末' }] })

  expect(sent).toHaveLength(1)
})

test('error: an empty group_id is refused before anything is sent, as WeCom refuses it', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createCorpTags(client, { group_id: '', group_name: '到店次数', tag: [{ name: '周末' }] }),
  ).rejects.toThrow('failed: group_id: must not be empty; nothing was sent')
  expect(sent).toEqual([])
})

test('behavior: names of 30 characters and orders from one end to the other are sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const name = '🌷'.repeat(30)

  await createCorpTags(client, { group_name: name, order: 4_294_967_295, tag: [{ name, order: 0 }] })

  expect(sent[0]?.body).toEqual({ group_name: name, order: 4_294_967_295, tag: [{ name, order: 0 }] })
})

test('error: no group, and no tags, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createCorpTags(client, { tag: [{ name: '周末' }] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createCorpTags failed: one of group_id and group_name is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_corp_tag
    Docs: https://developer.work.weixin.qq.com/document/path/92117]
  `)
  await expect(createCorpTags(client, { group_id: 'eg2', tag: [] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createCorpTags failed: tag: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_corp_tag
    Docs: https://developer.work.weixin.qq.com/document/path/92117]
  `)
  expect(sent).toEqual([])
})

test('error: names and orders out of bounds are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const long = '长'.repeat(31)

  await expect(
    createCorpTags(client, {
      group_name: long,
      order: -1,
      tag: [
        { name: long, order: 4_294_967_296 },
        { name: '', order: 0.5 },
      ],
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createCorpTags failed: group_name: at most 30 characters; order: Invalid value: Expected >=0 but received -1; tag[0].name: at most 30 characters; tag[0].order: Invalid value: Expected <=4294967295 but received 4294967296; tag[1].name: must not be empty; tag[1].order: Invalid integer: Received 0.5; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_corp_tag
    Docs: https://developer.work.weixin.qq.com/document/path/92117]
  `)
  expect(sent).toEqual([])
})

test('error: the corp has no room for more tags', async () => {
  const { client } = createTestClient([{ errcode: 40126, errmsg: 'corp tag limit, hint: [2702]' }])

  await expect(createCorpTags(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 40126 })
})

test('error: a lost connection is not followed by a second creation', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createCorpTags(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listCorpTags before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
