import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getAcquisitionComponentAuth, type GetAcquisitionComponentAuthResult } from './getAcquisitionComponentAuth.ts'

const result: GetAcquisitionComponentAuthResult = {
  pay_mode: 1,
  price: 150,
  link_auth_mode: 1,
  auth_apps: [{ agentid: 1_000_012 }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAcquisitionComponentAuth(client)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/get_comp_auth_info',
      query: {},
      token: 'test-token',
      body: {},
    },
  ])
})

test('behavior: modes added later come through, without price and apps', async () => {
  const later = { pay_mode: 2, link_auth_mode: 2 }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getAcquisitionComponentAuth(client)).toEqual(later)
})

test('error: the caller is no acquisition component', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3106]' }])

  await expect(getAcquisitionComponentAuth(client)).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
})
