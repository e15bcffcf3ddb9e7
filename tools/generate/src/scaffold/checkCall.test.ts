import { expect, test } from 'vitest'
import { checkCall } from './checkCall.ts'
import { shopScaffold } from './fixtures/shopScaffold.ts'

const { entry: createItem } = shopScaffold('createItem')
const { entry: announceItem } = shopScaffold('announceItem')
const { entry: listItems } = shopScaffold('listItems')

test.each([
  ['a read', listItems, undefined],
  ['a create', createItem, 'listItems'],
  ['a send that nothing tells of', announceItem, undefined],
])('%s', (_, call, checkWith) => {
  expect(() => checkCall(call, checkWith)).not.toThrow()
})

test.each([
  [
    'a create without checkWith',
    createItem,
    undefined,
    'createItem has the effect create. Name the function that shows whether it',
  ],
  ['a read with checkWith', listItems, 'createItem', 'listItems must have no checkWith: its effect is read'],
  ['a send that nothing tells of, with checkWith', announceItem, 'listItems', 'WeCom does not count announcements'],
  [
    'a file',
    { ...listItems, response: [{ name: '(body)', type: 'file', required: true }] },
    undefined,
    'listItems uploads or downloads a file. Write it by hand',
  ],
  [
    'page numbers',
    { ...listItems, pagination: listItems.pagination && { ...listItems.pagination, style: 'page' as const } },
    undefined,
    'listItems uses page numbers',
  ],
])('refuses %s', (_, call, checkWith, message) => {
  expect(() => checkCall(call, checkWith)).toThrow(message)
})
