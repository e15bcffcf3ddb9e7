import { expect, test } from 'vitest'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { customerJoinsGroup } from '../people/customerJoinsGroup.ts'
import { createTenant, type Tenant } from '../tenant/Tenant.ts'
import { fieldsFor } from './fieldsFor.ts'

const tenant = createTenant({ seed: groupCorp() })
const secrets = { url: 'http://127.0.0.1/', token: 't', encodingAesKey: 'k' }

/** The apps of the corp that hear of what happened last. */
function whoHears({ apps, events }: Tenant): string[] {
  const [event] = events.list().slice(-1)
  return apps.list().flatMap((app) => {
    const isTold = event && fieldsFor(tenant, { ...secrets, agentId: apps.agentidOf(app) }, event)
    return isTold ? [app.name] : []
  })
}

test('apps hear of the groups of members in their sight, those who left included', () => {
  customerJoinsGroup(tenant, { chat_id: 'wrAnna' })
  expect(whoHears(tenant)).toEqual(['all', 'sales'])
  customerJoinsGroup(tenant, { chat_id: 'wrCarl' })
  expect(whoHears(tenant)).toEqual(['all', 'sales'])
  customerJoinsGroup(tenant, { chat_id: 'wrDora' })
  expect(whoHears(tenant)).toEqual(['all'])
})

test('of a file that was fetched hears the app that asked for it, whatever else it may do', () => {
  for (const app of tenant.apps.list()) {
    tenant.mediaJobs.start(app, { type: 'file', filename: 'a.txt', url: 'https://example.com/a.txt' })
    tenant.clock.advance({ seconds: 10 })

    expect(whoHears(tenant)).toEqual([app.name])
  }
})
