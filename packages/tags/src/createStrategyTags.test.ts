import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  createStrategyTags,
  type CreateStrategyTagsParams,
  type CreateStrategyTagsResult,
} from './createStrategyTags.ts'

const params: CreateStrategyTagsParams = {
  strategy_id: 31,
  group_name: '门店偏好',
  order: 3,
  tag: [{ name: '早市', order: 2 }, { name: '夜市' }],
}

const result: CreateStrategyTagsResult = {
  tag_group: {
    group_id: 'sg1',
    group_name: '门店偏好',
    create_time: 1_767_225_600,
    order: 3,
    tag: [
      { id: 'st1', name: '早市', create_time: 1_767_225_600, order: 2 },
      { id: 'st2', name: '夜市', create_time: 1_767_225_600, order: 0 },
    ],
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createStrategyTags(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_strategy_tag',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: tags go into a group that exists; fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createStrategyTags(client, {
    strategy_id: 31,
    group_id: 'sg1',
    group_name: undefined,
    order: undefined,
    tag: [{ name: '午市', order: undefined }],
  })

  expect(sent[0]?.body).toEqual({ strategy_id: 31, group_id: 'sg1', tag: [{ name: '午市' }] })
})

test('behavior: with a group_id, the name of the group may be an empty string', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createStrategyTags(client, { strategy_id: 1, group_id: 'eg2', group_name: '', tag: [{ name: '周末' }] })

  expect(sent).toHaveLength(1)
})

test('error: an empty group_id is refused before anything is sent, as WeCom refuses it', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createStrategyTags(client, { strategy_id: 1, group_id: '', group_name: '到店次数', tag: [{ name: '周末' }] }),
  ).rejects.toThrow('failed: group_id: must not be empty; nothing was sent')
  expect(sent).toEqual([])
})

test('error: no group, and no tags, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createStrategyTags(client, { strategy_id: 31, tag: [{ name: '午市' }] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createStrategyTags failed: one of group_id and group_name is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_strategy_tag
    Docs: https://developer.work.weixin.qq.com/document/path/94882]
  `)
  await expect(createStrategyTags(client, { strategy_id: 31, group_id: 'sg1', tag: [] })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: createStrategyTags failed: tag: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_strategy_tag
    Docs: https://developer.work.weixin.qq.com/document/path/94882]
  `)
  expect(sent).toEqual([])
})

test('error: the rule group is out of the scope of the app', async () => {
  const { client } = createTestClient([{ errcode: 60030, errmsg: 'out of scope, hint: [2707]' }])

  await expect(createStrategyTags(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 60030 })
})

test('error: a lost connection is not followed by a second creation', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createStrategyTags(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listStrategyTags before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
