import { expect, test } from 'vitest'
import { staticToken } from '../token/staticToken.ts'
import { createClient } from './createClient.ts'
import { readBaseUrl } from './readBaseUrl.ts'

test.each([
  ['https://qyapi.weixin.qq.com', 'https://qyapi.weixin.qq.com'],
  ['https://qyapi.weixin.qq.com//', 'https://qyapi.weixin.qq.com'],
  ['http://wecom-proxy:8080/wecom/', 'http://wecom-proxy:8080/wecom'],
  ['HTTPS://Example.com:443/A', 'https://example.com/A'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['https://example.com/@corp \n', 'https://example.com/@corp'],
  ['http://127.0.0.1:3000/a page', 'http://127.0.0.1:3000/a%20page'],
  ['/wecom/', '/wecom'],
  ['/', ''],
])('default: %j is %j', (baseUrl, expected) => {
  expect(readBaseUrl(baseUrl)).toBe(expected)
})

const rule =
  'createClient: baseUrl must be an http(s) URL or, in a browser, a path, without credentials, query and fragment'

test.each([
  '',
  'qyapi.weixin.qq.com',
  'https:',
  'https://',
  'https:///wecom',
  'https://:443',
  'https://a b',
  'https://a:99999',
  'ftp://example.com',
  'wecom',
  '//example.com',
  '/\\example.com',
])('error: %j is neither a URL with a host nor a path', (baseUrl) => {
  expect(() => createClient({ token: staticToken('tok'), baseUrl })).toThrow(new TypeError(rule))
})

test.each([
  'https://user@example.com',
  'https://:s3cret@example.com',
  'user:s3cret@example.com',
  'https://example.com/?key=s3cret',
  'https://example.com?',
  'https://example.com/#s3cret',
  '/wecom?key=s3cret',
  '/wecom#s3cret',
])('error: %j holds more than an address; the message does not repeat it', (baseUrl) => {
  expect(() => createClient({ token: staticToken('tok'), baseUrl })).toThrow(new TypeError(rule))
})
