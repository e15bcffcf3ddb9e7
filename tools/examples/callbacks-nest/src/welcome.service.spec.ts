import { createClient } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { WelcomeService } from './welcome.service'

test('a new customer is greeted once', async () => {
  const corp = createFakeCorp({ startAt: 'now' })
  const service = new WelcomeService(createClient({ token: corp.token, fetch: corp.fetch, strict: true }))
  corp.people.customerAddsMember({ userid: 'lina', name: '王先生' })
  const [event] = corp.events.list()
  const welcome = { welcome_code: String(event?.WelcomeCode), expiresAt: Date.now() + 20_000 }

  expect(await service.greet(welcome)).toBe('sent')
  expect(await service.greet(welcome)).toBe('started')
})

test('a code that has expired is not used', async () => {
  const corp = createFakeCorp()
  const service = new WelcomeService(createClient({ token: corp.token, fetch: corp.fetch }))

  expect(await service.greet({ welcome_code: 'old', expiresAt: Date.now() - 1 })).toBeUndefined()
  expect(corp.journal.list('sendWelcomeMessage')).toEqual([])
})
