import * as v from 'valibot'
import { expect, expectTypeOf, test } from 'vitest'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import type { Page } from './Page.ts'
import { paginate, paginateItems } from './paginate.ts'

interface Params {
  owner: string
  cursor?: string | undefined
  offset?: number | undefined
  page?: number | undefined
}

interface Result {
  list?: number[] | undefined
  next_cursor?: string | undefined
  next_offset?: number | undefined
  total?: number | undefined
  is_last?: boolean | undefined
}

const base = {
  name: 'listNumbers',
  method: 'POST',
  path: '/cgi-bin/numbers',
  effect: 'read',
  docs: 90000,
  // No field of the result is required, so that the answers below stay short.
  errcode: 'optional',
  params: wireObject<Params>({
    owner: v.string(),
    cursor: v.optional(v.string()),
    offset: v.optional(v.number()),
    page: v.optional(v.number()),
  }),
  result: wireObject<Result>({
    list: v.optional(v.array(v.number())),
    next_cursor: v.optional(v.string()),
    next_offset: v.optional(v.number()),
    total: v.optional(v.number()),
    is_last: v.optional(v.boolean()),
  }),
} as const
type Numbers = PagedEndpoint<Params, Result, 'list'>

const byCursor: Numbers = defineEndpoint<Params, Result, 'list'>({
  ...base,
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', last: 'is_last', items: 'list' },
})
const byOffset: Numbers = defineEndpoint<Params, Result, 'list'>({
  ...base,
  pagination: { style: 'offset', in: 'offset', out: 'next_offset', total: 'total', items: 'list' },
})
const byCountedOffset: Numbers = defineEndpoint<Params, Result, 'list'>({
  ...base,
  pagination: { style: 'offset', in: 'offset', items: 'list' },
})
const byPage: Numbers = defineEndpoint<Params, Result, 'list'>({
  ...base,
  pagination: { style: 'page', in: 'page', first: 0, last: 'is_last', items: 'list' },
})

const params: Params = { owner: 'a' }

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

async function walk(
  endpoint: Numbers,
  answers: Result[],
  from = params,
): Promise<{ items: number[]; bodies: unknown[] }> {
  const { client, sent } = createTestClient(answers)
  const items = await collect(paginateItems(client, endpoint, from))
  return { items, bodies: sent.map(({ body }) => body) }
}

test('cursor: walks to the page without a cursor', async () => {
  const { items, bodies } = await walk(byCursor, [
    { list: [1, 2], next_cursor: 'x+/=' },
    { list: [3], next_cursor: 'y' },
    { list: [4] },
  ])

  expect(items).toEqual([1, 2, 3, 4])
  expect(bodies).toEqual([{ owner: 'a' }, { owner: 'a', cursor: 'x+/=' }, { owner: 'a', cursor: 'y' }])
})

test.each([
  ['an empty cursor', { list: [2], next_cursor: '' }],
  ['the last page by its flag', { list: [2], next_cursor: 'y', is_last: true }],
  ['the cursor that was just used', { list: [2], next_cursor: 'x' }],
])('cursor: stops on %s', async (_what, last) => {
  expect((await walk(byCursor, [{ list: [1], next_cursor: 'x' }, last])).items).toEqual([1, 2])
})

test('cursor: stops on a repeated cursor', async () => {
  const { items } = await walk(byCursor, [
    { list: [1], next_cursor: 'x' },
    { list: [2], next_cursor: 'y' },
    { list: [3], next_cursor: 'x' },
  ])

  expect(items).toEqual([1, 2, 3])
})

test('cursor: stops if the cursor that it started from is repeated', async () => {
  const { items } = await walk(
    byCursor,
    [
      { list: [2], next_cursor: 'y' },
      { list: [3], next_cursor: 'x' },
    ],
    {
      owner: 'a',
      cursor: 'x',
    },
  )

  expect(items).toEqual([2, 3])
})

test('cursor: an empty page in the middle does not end the walk', async () => {
  const { items } = await walk(byCursor, [{ list: [], next_cursor: 'x' }, { next_cursor: 'y' }, { list: [1] }])

  expect(items).toEqual([1])
})

test('offset: follows the offset of the result, up to the total', async () => {
  const { items, bodies } = await walk(byOffset, [
    { list: [1, 2], next_offset: 2, total: 3 },
    { list: [3], next_offset: 3, total: 3 },
  ])

  expect(items).toEqual([1, 2, 3])
  expect(bodies).toEqual([{ owner: 'a' }, { owner: 'a', offset: 2 }])
})

test('offset: stops on an empty page, whatever the total', async () => {
  const { items } = await walk(byOffset, [
    { list: [1], next_offset: 1, total: 9 },
    { list: [], next_offset: 2, total: 9 },
  ])

  expect(items).toEqual([1])
})

test('offset: counts items if the result has no offset', async () => {
  const { items, bodies } = await walk(byCountedOffset, [{ list: [1, 2] }, { list: [3] }, { list: [] }], {
    owner: 'a',
    offset: 10,
  })

  expect(items).toEqual([1, 2, 3])
  expect(bodies).toEqual([
    { owner: 'a', offset: 10 },
    { owner: 'a', offset: 12 },
    { owner: 'a', offset: 13 },
  ])
})

test('page: counts pages up to the last', async () => {
  const { items, bodies } = await walk(byPage, [{ list: [1] }, { list: [2], is_last: true }])

  expect(items).toEqual([1, 2])
  expect(bodies).toEqual([{ owner: 'a' }, { owner: 'a', page: 1 }])
})

test('page: stops on an empty page', async () => {
  expect((await walk(byPage, [{ list: [1] }, { list: [] }])).items).toEqual([1])
})

test('a page carries the parameters to continue later', async () => {
  const first = createTestClient([{ list: [1], next_cursor: 'x' }])
  let kept: Page<Params, Result, number> | undefined
  for await (const page of paginate(first.client, byCursor, params)) {
    kept = page
    break
  }
  expect(kept).toEqual({
    items: [1],
    result: { list: [1], next_cursor: 'x' },
    next: { owner: 'a', cursor: 'x' },
  })
  expect(params).toEqual({ owner: 'a' })

  const later = createTestClient([{ list: [2] }])
  const rest = await collect(paginateItems(later.client, byCursor, kept?.next ?? params))
  expect(rest).toEqual([2])
  expect(later.sent[0]?.body).toEqual({ owner: 'a', cursor: 'x' })
})

test('a page is requested only when the iteration reaches it', async () => {
  const { client, sent } = createTestClient([{ list: [1], next_cursor: 'x' }])
  const pages = paginate(client, byCursor, params)
  expect(sent).toHaveLength(0)
  await pages.next()
  expect(sent).toHaveLength(1)
  await pages.return()
})

test('an abort ends the walk', async () => {
  const controller = new AbortController()
  const { client, sent } = createTestClient([{ list: [1], next_cursor: 'x' }, { list: [2] }])
  const seen: number[] = []
  const walking = (async () => {
    for await (const item of paginateItems(client, byCursor, params, { signal: controller.signal })) {
      seen.push(item)
      controller.abort()
    }
  })()

  await expect(walking).rejects.toMatchObject({ kind: 'abort' })
  expect(seen).toEqual([1])
  expect(sent).toHaveLength(1)
})

test('a failed page is thrown, not taken for the end', async () => {
  const { client } = createTestClient([
    { list: [1], next_cursor: 'x' },
    { errcode: 701105, errmsg: 'invalid cursor' },
  ])
  const seen: number[] = []
  const walking = (async () => {
    for await (const item of paginateItems(client, byCursor, params)) seen.push(item)
  })()

  await expect(walking).rejects.toMatchObject({ errcode: 701105 })
  expect(seen).toEqual([1])
})

test('types: items have the type of the list, other endpoints are refused', () => {
  const { client } = createTestClient([])
  expectTypeOf(paginateItems(client, byCursor, params)).toEqualTypeOf<AsyncGenerator<number, void, undefined>>()
  // @ts-expect-error this endpoint has no pages
  paginate(client, sampleEndpoint('read'), { id: 'a' })
  defineEndpoint<Params, Result, 'list'>({
    ...base,
    // @ts-expect-error the result has no such field
    pagination: { style: 'page', in: 'page', first: 0, items: 'lst' },
  })
})
