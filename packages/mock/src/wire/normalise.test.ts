import { expect, test } from 'vitest'
import { normalise, type RequestFields, withoutEmpty } from './normalise.ts'

const fields: RequestFields = {
  name: 'string?',
  limit: 'integer?',
  latitude: 'number?',
  departments: 'integer[]?',
  people: { is: 'string[]?', empty: 'refused' },
  link: { is: 'object?', of: { url: 'string', order: 'integer?' } },
  attachments: { is: 'object[]?', of: { msgtype: 'string', image: { is: 'object?', of: { media_id: 'string' } } } },
}

test.for([
  [{ limit: '10' }, { limit: 10 }],
  [{ latitude: '39.99' }, { latitude: 39.99 }],
  [{ departments: ['2', 3] }, { departments: [2, 3] }],
  [{ link: { url: 'u', order: '1' } }, { link: { url: 'u', order: 1 } }],
  [
    { name: null, link: null, attachments: [{ msgtype: 'image', image: null }] },
    { attachments: [{ msgtype: 'image' }] },
  ],
  [
    { limit: 'ten', name: '10' },
    { limit: 'ten', name: '10' },
  ],
  [
    { unknown: '1', toString: '1' },
    { unknown: '1', toString: '1' },
  ],
] as const)('%j is read as %j', ([sent, read]) => {
  expect(normalise(fields, sent)).toEqual({ params: read, wrongJson: false, negative: undefined })
})

test('an empty list in the place of an object is left out, with a warning', () => {
  expect(normalise(fields, { link: [], attachments: [] })).toEqual({
    params: { attachments: [] },
    wrongJson: true,
    negative: undefined,
  })
})

test('a number below 0 is named by its path', () => {
  expect(normalise(fields, { departments: [1, '-2'], limit: 0 }).negative).toBe('departments[1]')
})

test.for([
  [{ link: ['u'] }, 'link'],
  [{ attachments: [{ msgtype: 'image' }, []] }, 'attachments[1]'],
] as const)('error: %j has a list in the place of an object', ([sent, path]) => {
  expect(() => normalise(fields, sent)).toThrow(`field \`${path}\` expect type \`object\`. invalid Request Parameter`)
})

test.for([
  [{ name: '', limit: 5 }, ['name'], { limit: 5 }],
  [{ limit: 0 }, ['limit'], {}],
  [{ link: { url: '' } }, ['link', 'url'], {}],
  [{ link: { url: 'u', order: 0 } }, ['link', 'order'], { link: { url: 'u' } }],
  [
    { attachments: [{ msgtype: 'link', image: { media_id: '' } }] },
    ['attachments', 0],
    { attachments: [{ msgtype: 'link' }] },
  ],
  [
    { attachments: [{ msgtype: 'link', image: { media_id: '' } }] },
    ['attachments', 0, 'image', 'media_id'],
    { attachments: [{ msgtype: 'link' }] },
  ],
  [{ name: '', departments: [] }, [], {}],
  [{ people: [] }, ['people'], undefined],
  [{ link: { url: 'u', order: 1 } }, ['link', 'order'], undefined],
  [{ name: 'x' }, [], undefined],
] as const)('%j, refused at %j, is judged again as %j', ([params, path, less]) => {
  expect(withoutEmpty(fields, params, path)).toEqual(less)
})
