import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  convertExternalTagids,
  type ConvertExternalTagidsParams,
  type ConvertExternalTagidsResult,
} from './convertExternalTagids.ts'

const params: ConvertExternalTagidsParams = { external_tagid_list: ['etVip', 'etGone'] }

const result: ConvertExternalTagidsResult = {
  items: [{ external_tagid: 'etVip', open_external_tagid: 'etProviderVip' }],
  invalid_external_tagid_list: ['etGone'],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await convertExternalTagids(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/idconvert/external_tagid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: all ids can be converted', async () => {
  const { items } = result
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', items }])

  expect(await convertExternalTagids(client, params)).toEqual({ items })
})

test('error: no ids, and more than 1000, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const external_tagid_list = Array.from({ length: 1001 }, (_, index) => `et${index}`)

  await expect(convertExternalTagids(client, { external_tagid_list: [] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertExternalTagids failed: external_tagid_list: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/idconvert/external_tagid
    Docs: https://developer.work.weixin.qq.com/document/path/96169]
  `)
  await expect(convertExternalTagids(client, { external_tagid_list })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'external_tagid_list' }],
  })
  expect(sent).toEqual([])
})

test('error: the app is no provider’s app', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3210]' }])

  await expect(convertExternalTagids(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
})
