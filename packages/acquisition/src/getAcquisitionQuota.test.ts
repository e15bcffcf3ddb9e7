import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getAcquisitionQuota, type GetAcquisitionQuotaResult } from './getAcquisitionQuota.ts'

const result: GetAcquisitionQuotaResult = {
  total: 480,
  balance: 120,
  quota_list: [
    { expire_date: 1_798_732_800, balance: 100 },
    { expire_date: 1_801_411_200, balance: 20 },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAcquisitionQuota(client)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/externalcontact/customer_acquisition_quota',
      query: {},
      token: 'test-token',
    },
  ])
})

test('behavior: without expiring units there is no list', async () => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', total: 480, balance: 0 }])

  expect(await getAcquisitionQuota(client)).toEqual({ total: 480, balance: 0 })
})

test('error: the app may not use acquisition links', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3103]' }])

  await expect(getAcquisitionQuota(client)).rejects.toMatchInlineSnapshot(`
    [WeComApiError: getAcquisitionQuota failed: 48002 api forbidden

    Endpoint: GET /cgi-bin/externalcontact/customer_acquisition_quota
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：48002
    Hint: 3103
    Docs: https://developer.work.weixin.qq.com/document/path/97375]
  `)
})
