import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  convertTmpExternalUserids,
  type ConvertTmpExternalUseridsParams,
  type ConvertTmpExternalUseridsResult,
} from './convertTmpExternalUserids.ts'

const params: ConvertTmpExternalUseridsParams = {
  business_type: 2,
  user_type: 1,
  tmp_external_userid_list: ['tmp-1', 'tmp-2'],
}

const result: ConvertTmpExternalUseridsResult = {
  results: [{ tmp_external_userid: 'tmp-1', external_userid: 'wm1' }],
  invalid_tmp_external_userid_list: ['tmp-2'],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await convertTmpExternalUserids(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/idconvert/convert_tmp_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test.each([2, 3, 4] as const)('behavior: user_type %i gives members of other corps', async (user_type) => {
  const members = { results: [{ tmp_external_userid: 'tmp-1', corpid: 'ww2', userid: 'hemei' }] }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...members }])

  expect(await convertTmpExternalUserids(client, { ...params, user_type })).toEqual(members)
  expect(sent[0]?.body).toMatchObject({ user_type })
})

test('error: an unknown source, and no ids, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertTmpExternalUserids(client, { ...params, business_type: 4 as 3, tmp_external_userid_list: [] }))
    .rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertTmpExternalUserids failed: business_type: Invalid type: Expected (1 | 2 | 3); tmp_external_userid_list: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/idconvert/convert_tmp_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/98729]
  `)
  expect(sent).toEqual([])
})

test('error: more than 100 ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const tmp_external_userid_list = Array.from({ length: 101 }, (_, index) => `tmp-${index}`)

  await expect(convertTmpExternalUserids(client, { ...params, tmp_external_userid_list })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'tmp_external_userid_list' }],
  })
  expect(sent).toEqual([])
})

test('error: the id is invalid', async () => {
  const { client } = createTestClient([{ errcode: 710006, errmsg: 'invalid tmp external userid, hint: [3209]' }])

  await expect(convertTmpExternalUserids(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 710006 })
})
