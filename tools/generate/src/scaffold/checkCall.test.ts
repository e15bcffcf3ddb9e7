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
  ['a create without checkWith', createItem, undefined, 'createItem is a create: say which function tells whether it'],
  ['a read with checkWith', listItems, 'createItem', 'listItems takes no checkWith: it is a read'],
  ['a send that nothing tells of, with checkWith', announceItem, 'listItems', 'nobody counts announcements'],
  [
    'a file',
    { ...listItems, response: [{ name: '(body)', type: 'file', required: true }] },
    undefined,
    'listItems sends or gives a file: write it by hand',
  ],
  [
    'page numbers',
    { ...listItems, pagination: listItems.pagination && { ...listItems.pagination, style: 'page' as const } },
    undefined,
    'listItems goes by page numbers',
  ],
])('refuses %s', (_, call, checkWith, message) => {
  expect(() => checkCall(call, checkWith)).toThrow(message)
})
