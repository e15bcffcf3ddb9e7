import { multipart } from '@wecom/core/define'
import { expect, test } from 'vitest'
import { readSentRequest } from './readSentRequest.ts'

test('default', async () => {
  expect(await readSentRequest('/wecom/cgi-bin/a?b=1')).toEqual({
    method: 'GET',
    url: '/wecom/cgi-bin/a?b=1',
    headers: {},
    body: undefined,
  })
})

test('behavior: a form is told field by field', async () => {
  const media = new File(['12345678'], 'a.txt', { type: 'text/plain' })
  const body = multipart.encode({ media, size: 8 })

  expect((await readSentRequest('/a', { method: 'POST', body })).body).toBe('media: a.txt (text/plain, 8 B)\nsize: 8')
})
