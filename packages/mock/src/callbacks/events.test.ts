import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { fieldsFor } from './events.ts'

const corp = createFakeCorp({ state: groupCorp() })
const secrets = { url: 'http://127.0.0.1/', token: 't', encodingAesKey: 'k' }

/** Returns the names of the apps that receive the last event of the corp. */
function whoHears({ apps, events }: FakeCorp): string[] {
  const [event] = events.list().slice(-1)
  return apps.list().flatMap((app) => {
    const isTold = event && fieldsFor(corp, { ...secrets, agentId: apps.agentidOf(app) }, event)
    return isTold ? [app.name] : []
  })
}

test('apps hear of the groups of members in their sight, those who left included', () => {
  corp.people.customerJoinsGroup({ chat_id: 'wrAnna' })
  expect(whoHears(corp)).toEqual(['all', 'sales'])
  corp.people.customerJoinsGroup({ chat_id: 'wrCarl' })
  expect(whoHears(corp)).toEqual(['all', 'sales'])
  corp.people.customerJoinsGroup({ chat_id: 'wrDora' })
  expect(whoHears(corp)).toEqual(['all'])
})

test('of a file that was fetched hears the app that asked for it, whatever else it may do', () => {
  for (const app of corp.apps.list()) {
    corp.mediaJobs.start(app, { type: 'file', filename: 'a.txt', url: 'https://example.com/a.txt' })
    corp.clock.advance({ seconds: 10 })

    expect(whoHears(corp)).toEqual([app.name])
  }
})
