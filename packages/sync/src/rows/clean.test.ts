import { expect, test } from 'vitest'
import { toContent } from './clean.ts'

test('default: equal content has equal text and hash, whatever the order of its keys', () => {
  const one = toContent({ name: '李四', tags: [{ id: 'et1', name: '重要' }], unionid: undefined })
  const two = toContent({ tags: [{ name: '重要', id: 'et1' }], name: '李四' })

  expect(one.data).toBe('{"name":"李四","tags":[{"id":"et1","name":"重要"}]}')
  expect(one).toEqual(two)
  expect(toContent({ name: '李五' }).hash).not.toBe(toContent({ name: '李四' }).hash)
})

test('behavior: NUL and halves of surrogate pairs are cleaned at every depth, and nothing else', () => {
  const value = {
    'na\u0000me': 'a\u0000b',
    list: ['\ud83d', { deep: '\udc00x' }],
    emoji: '😀',
    literal: '\\u0000',
    tab: '\u0001',
  }

  expect(JSON.parse(toContent(value).data)).toEqual({
    name: 'ab',
    list: ['\ufffd', { deep: '\ufffdx' }],
    emoji: '😀',
    literal: '\\u0000',
    tab: '\u0001',
  })
})
