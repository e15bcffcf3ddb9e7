// Creates a large corp in its own process, so that the memory is that of the corp, and reads all of it.
import { batchGetContactsByUserEndpoint, listServedContacts } from '@wecom/contacts'
import { corpToken, createClient, paginateItems } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import type { LargeCorpCost } from './measureLargeCorp.ts'

const size = { members: 1000, customers: 1_000_000 }
const membersInCall = 100

const startedAt = performance.now()
const corp = createFakeCorp({ state: { generate: size } })
const createSeconds = secondsSince(startedAt)
const memory = process.resourceUsage().maxRSS / 1024

const server = await listen(corp)
const client = createClient({
  baseUrl: server.url,
  token: corpToken({ corpId: corp.corpId, secret: 'fake-secret' }),
})
const userids = corp.members.list().map(({ userid }) => userid)

const walkStartedAt = performance.now()
let walked = 0
for (let at = 0; at < userids.length; at += membersInCall) {
  const userid_list = userids.slice(at, at + membersInCall)
  walked += await count(paginateItems(client, batchGetContactsByUserEndpoint, { userid_list, limit: 100 }))
}
const batchSeconds = secondsSince(walkStartedAt)

const servedStartedAt = performance.now()
const served = await count(listServedContacts(client, { limit: 1000 }))
const servedSeconds = secondsSince(servedStartedAt)

const expected = corp.follows.list().length
if (walked !== expected || served !== expected) throw new Error(`${expected} were to come: ${walked}, ${served} came`)
await server.close()
const cost: LargeCorpCost = { createSeconds, memory, batchSeconds, servedSeconds }
process.send?.(cost)
process.disconnect()

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let found = 0
  for await (const _ of items) found++
  return found
}
