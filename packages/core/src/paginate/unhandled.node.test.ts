import { setImmediate } from 'node:timers/promises'
import process from 'node:process'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import type { Paged } from './Paged.ts'
import { requestPaged } from './requestPaged.ts'

interface ListResult {
  list: number[]
}

function failingList(): Paged<ListResult, number> {
  const endpoint = defineEndpoint<object, ListResult, 'list'>({
    name: 'listNumbers',
    method: 'POST',
    path: '/cgi-bin/numbers',
    effect: 'read',
    docs: 90000,
    params: wireObject<object>({}),
    result: wireObject<ListResult>({ list: v.array(v.number()) }),
    pagination: { style: 'page', in: 'page' as never, first: 1, items: 'list' },
  })
  const { client } = createTestClient([{ errcode: 40058, errmsg: 'invalid parameter' }])
  return requestPaged(client, endpoint, {})
}

const listenersOfVitest = process.listeners('unhandledRejection')
let unhandled: unknown[]

beforeEach(() => {
  unhandled = []
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (error) => unhandled.push(error))
})

afterEach(() => {
  process.removeAllListeners('unhandledRejection')
  for (const listener of listenersOfVitest) process.on('unhandledRejection', listener)
})

async function settle(): Promise<void> {
  // In 20 turns of the event loop, the call fails, and the platform reports a rejection that nothing handles.
  for (let turn = 0; turn < 20; turn++) await setImmediate()
}

test('behavior: a forgotten `await` is reported as unhandled', async () => {
  void failingList()
  await settle()

  expect(unhandled).toMatchObject([{ errcode: 40058 }])
})

test('behavior: a page that fails before the iteration reaches it is not reported as unhandled', async () => {
  const iterator = failingList()[Symbol.asyncIterator]()
  await settle()

  expect(unhandled).toEqual([])
  await expect(iterator.next()).rejects.toMatchObject({ errcode: 40058 })
})
