import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getAcquisitionPermit, type GetAcquisitionPermitResult } from './getAcquisitionPermit.ts'

const result: GetAcquisitionPermitResult = {
  user_list: ['chenjie', 'wangfang'],
  department_list: [12, 15],
  tag_list: [3],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAcquisitionPermit(client)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/externalcontact/customer_acquisition_app/get_permit',
      query: {},
      token: 'test-token',
    },
  ])
})

test('behavior: each of the lists may be absent', async () => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await getAcquisitionPermit(client)).toEqual({})
})

test('error: the app is no marketing acquisition app', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3105]' }])

  await expect(getAcquisitionPermit(client)).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
})
