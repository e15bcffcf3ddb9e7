import { expect, test } from 'vitest'
import { textsOf } from './textsOf.ts'

test('default', () => {
  const answer = {
    name: '王芳',
    tags: [{ id: 'et1' }, 'vip'],
    type: 1,
    errcode: null,
    attachments: [{ msgtype: 'link' }],
  }

  expect(textsOf(answer)).toEqual(['王芳', 'et1', 'vip'])
})
