import { expect, test } from 'vitest'
import { explainErrcode } from './explainErrcode.ts'

test('a wrong secret: never again without a change', () => {
  expect(explainErrcode(40001)).toEqual({
    errcode: 40001,
    name: 'INVALID_SECRET',
    title: '不合法的secret参数',
    meaning: 'The secret is absent, does not belong to the corpid, was reset, or its app is disabled.',
    remedy:
      'Check that the secret belongs to the corpid. Do not retry with a wrong secret, because WeCom then blocks the IP for an hour.',
    class: 'auth',
    retry: 'never',
    docsUrl: 'https://developer.work.weixin.qq.com/document/path/90313#错误码：40001',
  })
})

test('a customer that is none', () => {
  expect(explainErrcode(84061)).toMatchObject({
    name: 'NOT_EXTERNAL_CONTACT',
    title: '不存在外部联系人的关系',
    class: 'not_found',
    retry: 'never',
  })
})

test('a negative code', () => {
  expect(explainErrcode(-1)).toMatchObject({
    errcode: -1,
    name: 'SYSTEM_BUSY',
    title: '系统繁忙',
    class: 'busy',
    retry: 'backoff',
  })
})

test.each([0, 1, -2, 40001.5, Number.NaN])('an unknown code: %s', (code) => {
  expect(explainErrcode(code)).toBeUndefined()
})
