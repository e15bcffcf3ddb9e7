import * as v from 'valibot'
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import type { RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { createTestClient, type ScriptedAnswer, type TestClient } from '../testing/createTestClient.ts'
import type { Paged } from './Paged.ts'
import { requestPaged } from './requestPaged.ts'

interface ListNumbersParams {
  cursor?: string | undefined
}

interface ListNumbersResult {
  list: number[]
  next_cursor?: string | undefined
}

const listNumbersEndpoint: PagedEndpoint<ListNumbersParams, ListNumbersResult, 'list'> = defineEndpoint({
  name: 'listNumbers',
  method: 'POST',
  path: '/cgi-bin/numbers',
  effect: 'read',
  docs: 90000,
  params: wireObject<ListNumbersParams>({ cursor: v.optional(v.string()) }),
  result: wireObject<ListNumbersResult>({ list: v.array(v.number()), next_cursor: v.optional(v.string()) }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'list' },
})

const firstPage: ListNumbersResult = { list: [1, 2], next_cursor: 'page-2' }
const lastPage: ListNumbersResult = { list: [3] }
const failure = { errcode: 40058, errmsg: 'invalid parameter' }

function listNumbers(
  answers: readonly ScriptedAnswer[],
  options?: RequestOptions,
): { list: Paged<ListNumbersResult, number>; sent: TestClient['sent'] } {
  const { client, sent } = createTestClient(answers)
  return { list: requestPaged(client, listNumbersEndpoint, {}, options), sent }
}

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

function slowly(page: ListNumbersResult): ScriptedAnswer {
  return () =>
    new Promise<ListNumbersResult>((resolve) => {
      setTimeout(resolve, 700, page)
    })
}

function cursors(sent: TestClient['sent']): unknown[] {
  return sent.map(({ body }) => (body as ListNumbersParams).cursor)
}

afterEach(() => {
  vi.useRealTimers()
})

test('default', async () => {
  const { list, sent } = listNumbers([firstPage, lastPage])

  expect(await list).toEqual(firstPage)
  expect(await collect(list)).toEqual([1, 2, 3])
  expect(cursors(sent)).toEqual([undefined, 'page-2'])
})

test('behavior: it is a native promise with its own `then`', () => {
  const { list } = listNumbers([firstPage])

  expect(list).toBeInstanceOf(Promise)
  expect(Object.getPrototypeOf(list)).toBe(Promise.prototype)
  expect(Object.hasOwn(list, 'then')).toBe(false)
})

test('behavior: an iteration without an await before it requests each page once', async () => {
  const { list, sent } = listNumbers([firstPage, lastPage])

  expect(await collect(list)).toEqual([1, 2, 3])
  expect(cursors(sent)).toEqual([undefined, 'page-2'])
})

test('behavior: a second iteration starts again', async () => {
  const { list, sent } = listNumbers([firstPage, lastPage, { list: [4], next_cursor: 'page-b' }, { list: [5] }])

  expect(await collect(list)).toEqual([1, 2, 3])
  expect(await collect(list)).toEqual([4, 5])
  expect(cursors(sent)).toEqual([undefined, 'page-2', undefined, 'page-b'])
})

test('behavior: nothing is sent after `break`', async () => {
  const { list, sent } = listNumbers([firstPage, lastPage])

  for await (const item of list) if (item === 2) break

  expect(sent).toHaveLength(1)
})

test('behavior: `signal` stops all pages', async () => {
  const controller = new AbortController()
  const { list, sent } = listNumbers([firstPage, lastPage], { signal: controller.signal })
  const seen: number[] = []
  const walk = async (): Promise<void> => {
    for await (const item of list) {
      seen.push(item)
      controller.abort()
    }
  }

  await expect(walk()).rejects.toMatchObject({ kind: 'abort' })
  expect(seen).toEqual([1, 2])
  expect(sent).toHaveLength(1)
})

test('behavior: `totalTimeout` applies to each page', async () => {
  vi.useFakeTimers()
  const { list } = listNumbers([slowly(firstPage), slowly(lastPage)], { totalTimeout: 1000 })
  const collected = collect(list)

  await vi.advanceTimersByTimeAsync(1400)

  expect(await collected).toEqual([1, 2, 3])
})

test('error: a first page that fails rejects the await and the iteration', async () => {
  const { list } = listNumbers([failure])

  await expect(list).rejects.toMatchObject({ errcode: 40058 })
  await expect(collect(list)).rejects.toMatchObject({ errcode: 40058 })
})

test('error: a later page that fails ends the iteration, after the items before it', async () => {
  const { list } = listNumbers([firstPage, failure])
  const iterator = list[Symbol.asyncIterator]()

  expect(await iterator.next()).toEqual({ done: false, value: 1 })
  expect(await iterator.next()).toEqual({ done: false, value: 2 })
  await expect(iterator.next()).rejects.toMatchObject({ errcode: 40058 })
})

test('types: hovers show the names of the result and of the items', () => {
  const { list } = listNumbers([firstPage])

  expectTypeOf(list).toEqualTypeOf<Paged<ListNumbersResult, number>>()
  expectTypeOf<Awaited<typeof list>>().toEqualTypeOf<ListNumbersResult>()
  expectTypeOf(list[Symbol.asyncIterator]).returns.toEqualTypeOf<AsyncGenerator<number, void, undefined>>()
})
