import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createAcquisitionOnceKeys, type CreateAcquisitionOnceKeysResult } from './createAcquisitionOnceKeys.ts'

const result: CreateAcquisitionOnceKeysResult = { keys: ['key-1', 'key-2'] }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createAcquisitionOnceKeys(client, { link_id: 'link-1', key_num: 2 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/create_once_key',
      query: {},
      token: 'test-token',
      body: { link_id: 'link-1', key_num: 2 },
    },
  ])
})

test('behavior: a number that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createAcquisitionOnceKeys(client, { link_id: 'link-1', key_num: undefined })

  expect(sent[0]?.body).toEqual({ link_id: 'link-1' })
})

test.each([0, 1001])('error: %i keys are refused before anything is sent', async (key_num) => {
  const { client, sent } = createTestClient([])

  await expect(createAcquisitionOnceKeys(client, { link_id: 'link-1', key_num })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'key_num' }],
  })
  expect(sent).toEqual([])
})

test('error: the corp pays for itself', async () => {
  const { client } = createTestClient([{ errcode: 41099, errmsg: 'not provider pay mode, hint: [3107]' }])

  await expect(createAcquisitionOnceKeys(client, { link_id: 'link-1' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41099,
    ambiguous: false,
  })
})

test('error: a lost connection is not followed by further keys', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createAcquisitionOnceKeys(client, { link_id: 'link-1' })).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
  })
  expect(sent).toHaveLength(1)
})
