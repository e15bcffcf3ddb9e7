import { listContactIds } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'

test('a new customer is listed', async () => {
  const corp = createFakeCorp()
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
  corp.people.customerAddsMember({ userid: 'lina', name: '王先生' })

  expect((await listContactIds(client, { userid: 'lina' })).external_userid).toHaveLength(6)
})
