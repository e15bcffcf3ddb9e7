import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getAcquisitionStatistic, type GetAcquisitionStatisticResult } from './getAcquisitionStatistic.ts'

const firstOfMarch = Date.parse('2026-03-01T00:00+08:00') / 1000
const day = 86_400

const params = { link_id: 'link-1', start_time: firstOfMarch, end_time: firstOfMarch + 6 * day }

const result: GetAcquisitionStatisticResult = { click_link_customer_cnt: 34, new_customer_cnt: 12 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAcquisitionStatistic(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/statistic',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: the morning of one day and the night 30 days later are 30 days apart', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await getAcquisitionStatistic(client, { ...params, end_time: firstOfMarch + 31 * day - 1 })

  expect(sent).toHaveLength(1)
})

test.each([
  ['the night of one day and the morning 31 days later', firstOfMarch + day - 1, firstOfMarch + 31 * day],
  ['an end before the start', firstOfMarch, firstOfMarch - 1],
])('error: %s are refused before anything is sent', async (_, start_time, end_time) => {
  const { client, sent } = createTestClient([])

  await expect(getAcquisitionStatistic(client, { ...params, start_time, end_time })).rejects.toThrow(
    'failed: end_time must be on the day of start_time, or at most 30 days later; nothing was sent',
  )
  expect(sent).toEqual([])
})

test('error: days that are 31 apart are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getAcquisitionStatistic(client, { ...params, end_time: firstOfMarch + 31 * day })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: getAcquisitionStatistic failed: end_time must be on the day of start_time, or at most 30 days later; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/statistic
    Docs: https://developer.work.weixin.qq.com/document/path/97375]
  `)
  expect(sent).toEqual([])
})

test('error: a time with fractions of a second is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getAcquisitionStatistic(client, { ...params, start_time: firstOfMarch + 0.5 })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'start_time' }],
  })
  expect(sent).toEqual([])
})
