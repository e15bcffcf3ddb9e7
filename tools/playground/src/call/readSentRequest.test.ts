import { expect, test } from 'vitest'
import { readSentRequest } from './readSentRequest.ts'

test('default', () => {
  expect(readSentRequest('/wecom/cgi-bin/a?b=1')).toEqual({
    method: 'GET',
    url: '/wecom/cgi-bin/a?b=1',
    headers: {},
    body: undefined,
  })
})

test('behavior: a form is told field by field', () => {
  const body = new FormData()
  body.append('media', new File(['12345678'], 'a.txt', { type: 'text/plain' }))
  body.append('type', 'file')

  expect(readSentRequest('/a', { method: 'POST', body }).body).toBe('media: a.txt (text/plain, 8 B)\ntype: file')
})
