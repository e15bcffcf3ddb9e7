import { batchGetContactsByUserEndpoint, type BatchGetContactsByUserParams, listContactIds } from '@wecom/contacts'
import { callLimiter, isWeComError, paginate } from '@wecom/core'
import { createCorpTags, markCustomerTags } from '@wecom/tags'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openStory } from '../fixtures/openStory.ts'

const userid = 'member1'
const state = { generate: { members: 1, customers: 20 } }

test('all customers of a member are tagged at once: with a limiter WeCom refuses none', async () => {
  const { corp, client } = openStory({ limiter: callLimiter() }, state)
  const { external_userid: customers } = await listContactIds(client, { userid })
  const { tag_group } = await createCorpTags(client, { group_name: '年货节', tag: [{ name: '已通知' }] })
  const add_tag = tag_group.tag.map(({ id }) => id)
  corp.limits.add({ kind: 'concurrency', endpoint: 'markCustomerTags', inFlight: 5 })
  corp.faults.add({ kind: 'delay', delayMs: 1, endpoint: 'markCustomerTags', times: 'always' })

  await Promise.all(customers.map((external_userid) => markCustomerTags(client, { userid, external_userid, add_tag })))
  const errcodes = corp.journal.list('markCustomerTags').map(({ errcode }) => errcode)
  expect(errcodes).toEqual(Array.from({ length: 20 }, () => 0))
})

test('a sync that is refused continues later at the same place', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { corp, client } = openStory({ limiter: callLimiter() }, state)
  const { external_userid: customers } = await listContactIds(client, { userid })
  corp.limits.add({ kind: 'rate', endpoint: 'batchGetContactsByUser', calls: 2, perMs: 60_000 })

  const synced: string[] = []
  let next: BatchGetContactsByUserParams | undefined = { userid_list: [userid], limit: 2 }
  let stops = 0
  while (next) {
    try {
      for await (const page of paginate(client, batchGetContactsByUserEndpoint, next)) {
        synced.push(...page.items.map(({ external_contact }) => external_contact.external_userid))
        next = page.next
      }
    } catch (error) {
      if (!isWeComError(error) || error.kind !== 'api' || error.retryAt === undefined) throw error
      const wait = error.retryAt - Date.now()
      stops++
      vi.advanceTimersByTime(wait)
      corp.clock.advance(wait)
    }
  }
  expect(stops).toBe(4)
  expect(synced).toEqual(customers)
})
