import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  createAcquisitionLink,
  type CreateAcquisitionLinkParams,
  type CreateAcquisitionLinkResult,
} from './createAcquisitionLink.ts'

const params: CreateAcquisitionLinkParams = {
  link_name: '春季花展',
  range: { user_list: ['chenjie'], department_list: [12] },
  skip_verify: false,
  priority_option: { priority_type: 2, priority_userid_list: ['wangfang'] },
  mark_source: false,
}

const result: CreateAcquisitionLinkResult = {
  link: {
    link_id: 'link-1',
    link_name: '春季花展',
    url: 'https://work.weixin.qq.com/ca/flowers',
    create_time: 1_767_225_600,
  },
}

function members(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `member-${index}`)
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createAcquisitionLink(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/create_link',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: one of the two lists is enough, and options that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', ...result },
  ])

  await createAcquisitionLink(client, {
    link_name: '官网',
    range: { user_list: ['chenjie'], department_list: undefined },
    skip_verify: undefined,
    priority_option: undefined,
    mark_source: undefined,
  })
  await createAcquisitionLink(client, { link_name: '官网', range: { user_list: [], department_list: [12] } })

  expect(sent.map(({ body }) => body)).toEqual([
    { link_name: '官网', range: { user_list: ['chenjie'] } },
    { link_name: '官网', range: { user_list: [], department_list: [12] } },
  ])
})

test('behavior: friends of the whole corp first needs no list of members', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createAcquisitionLink(client, { ...params, priority_option: { priority_type: 1 } })

  expect(sent[0]?.body).toMatchObject({ priority_option: { priority_type: 1 } })
})

test('error: an empty range, and a priority without members, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createAcquisitionLink(client, {
      link_name: '长'.repeat(31),
      range: { user_list: [] },
      priority_option: { priority_type: 2, priority_userid_list: [] },
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createAcquisitionLink failed: link_name: at most 30 characters; range: user_list and department_list cannot both be empty; priority_option: priority_type 2 (given members first) requires priority_userid_list; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/create_link
    Docs: https://developer.work.weixin.qq.com/document/path/97297]
  `)
  expect(sent).toEqual([])
})

test('error: more members than a link takes are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createAcquisitionLink(client, {
      ...params,
      range: { user_list: members(501) },
      priority_option: { priority_type: 2, priority_userid_list: members(1001) },
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createAcquisitionLink failed: range.user_list: Invalid length: Expected <=500 but received 501; priority_option.priority_userid_list: Invalid length: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/create_link
    Docs: https://developer.work.weixin.qq.com/document/path/97297]
  `)
  expect(sent).toEqual([])
})

test('error: the corp has as many links as it may', async () => {
  const { client } = createTestClient([{ errcode: 41095, errmsg: 'link count exceeds limit, hint: [3102]' }])

  await expect(createAcquisitionLink(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 41095,
    ambiguous: false,
  })
})

test('error: a lost connection is not followed by a second link', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createAcquisitionLink(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listAcquisitionLinks before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
