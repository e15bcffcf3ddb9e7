import { listGroupChatsEndpoint } from '@wecom/groupchat'
import { createMomentTaskEndpoint } from '@wecom/moments'
import { createCorpTagsEndpoint } from '@wecom/tags'
import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { findMisplacedList } from './misplacedLists.ts'

test.for([
  [listGroupChatsEndpoint.params, { limit: 1, owner_filter: ['anna'] }, 'owner_filter'],
  [listGroupChatsEndpoint.params, { limit: 1, owner_filter: { userid_list: ['anna'] } }, undefined],
  [createCorpTagsEndpoint.params, { tag: [{ name: 'a' }, ['b']] }, 'tag[1]'],
  [createMomentTaskEndpoint.params, { visible_range: { sender_list: ['anna'] } }, 'visible_range.sender_list'],
  [createMomentTaskEndpoint.params, { text: { content: ['a'] } }, undefined],
  [createMomentTaskEndpoint.params, [], ''],
] as const)('%#: where a list stands in the place of an object', ([shape, sent, path]) => {
  expect(findMisplacedList(shape, sent)).toBe(path)
})

test('calls with such a list are refused, instead of taken for calls without the field', () => {
  const caller = createRawCaller(createFakeCorp())
  const moment = { text: { content: 'a' }, visible_range: ['wangfang'] }

  for (const [path, field, body] of [
    ['groupchat/list', 'owner_filter', { limit: 1, owner_filter: ['wangfang'] }],
    ['add_moment_task', 'visible_range', moment],
    ['add_corp_tag', 'tag[0]', { group_name: '级别', tag: [['重要']] }],
  ] as const) {
    expect(caller.post(`externalcontact/${path}`, body)).toMatchObject({
      errcode: 40058,
      errmsg: expect.stringContaining(`field \`${field}\` expect type \`object\`. invalid Request Parameter, hint: `),
    })
  }
})
