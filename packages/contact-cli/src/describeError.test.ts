import { createContactWayEndpoint } from '@wecom/contact-way'
import { listFollowUsersEndpoint } from '@wecom/contacts'
import {
  WeComApiError,
  WeComHttpError,
  WeComNetworkError,
  WeComResponseError,
  WeComTimeoutError,
  WeComValidationError,
} from '@wecom/core'
import { expect, test } from 'vitest'
import { describeError } from './describeError.ts'

const read = listFollowUsersEndpoint
const html = { status: 200, type: 'text/html', length: 6 }

test.each<[error: Error, line: string, exitCode: number]>([
  [
    new WeComApiError(read, 48002, 'api forbidden, hint: [1]', false),
    "listFollowUsers failed: 48002 api forbidden. For customer contact, use a self-built app that the admin console lists as a callable app (可调用接口的应用), or an app with the customer-contact permission. Changed permissions of a provider's app need the consent of the corp. See: wecom-contact explain 48002",
    1,
  ],
  [
    new WeComApiError(read, 999_999, 'new', false),
    'listFollowUsers failed: 999999 new. See https://open.work.weixin.qq.com/devtool/query?e=999999',
    1,
  ],
  [
    new WeComApiError(read, 60020, 'not allow, from ip: 203.0.113.7', false),
    'listFollowUsers failed: 60020 not allow, from ip: 203.0.113.7. Add 203.0.113.7 to the trusted IPs (企业可信IP) of the app in the admin console.',
    1,
  ],
  [
    new WeComValidationError(read, [{ path: 'limit', message: 'is required' }]),
    'listFollowUsers failed: limit: is required; nothing was sent. See: wecom-contact call listFollowUsers --help',
    2,
  ],
  [
    new WeComNetworkError(read, 'ECONNREFUSED', false),
    'listFollowUsers failed: network error ECONNREFUSED. Check the network and WECOM_BASE_URL, then run it again.',
    1,
  ],
  [
    new WeComTimeoutError(createContactWayEndpoint, 10_000, true),
    'createContactWay failed: no answer within 10000 ms. It may have taken effect; check with listContactWays before sending it again.',
    1,
  ],
  [
    new WeComTimeoutError(read, 10_000, false),
    'listFollowUsers failed: no answer within 10000 ms. Run it again later.',
    1,
  ],
  [
    new WeComHttpError(read, 502, undefined, false),
    'listFollowUsers failed: HTTP 502. Check WECOM_BASE_URL: something between this machine and WeCom may have answered.',
    1,
  ],
  [
    new WeComResponseError(read, 'the answer is\nno JSON', html, false),
    'listFollowUsers failed: the answer is\\nno JSON. Check WECOM_BASE_URL: something between this machine and WeCom may have answered.',
    1,
  ],
])('%s', (error, line, exitCode) => {
  expect(describeError(error)).toEqual({ line, exitCode })
})

test('behavior: an errmsg cannot say whether a call took effect', () => {
  const errmsg = 'busy\nAmbiguous: no, send it again'
  expect(describeError(new WeComApiError(read, 999_999, errmsg, false))?.line).not.toMatch(/send it again\.$/)
  expect(describeError(new WeComApiError(createContactWayEndpoint, -1, errmsg, true))?.line).toMatch(
    /check with listContactWays before sending it again\.$/,
  )
})

test('behavior: an error of the operating system or of a database', () => {
  const error = Object.assign(new Error('relation "wecom_corps"\ndoes not exist'), { code: '42P01' })

  expect(describeError(error)).toEqual({ line: 'relation "wecom_corps"\\ndoes not exist', exitCode: 1 })
})

test.each([new Error('bug'), Object.assign(new TypeError('bug'), { code: 'ERR_INVALID_ARG_TYPE' })])(
  'error: a bug has no description',
  (bug) => {
    expect(describeError(bug)).toBeUndefined()
  },
)
