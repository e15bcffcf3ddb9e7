import { expect, test, vi } from 'vitest'
import { createCorp } from '../corp/corp.ts'
import { callbackKeys, Inbox } from './Inbox.ts'

test('keeps what arrives, encrypted and plain, twice the same event too', async () => {
  const corp = createCorp()
  const inbox = new Inbox(corp.corpId)
  vi.stubGlobal('fetch', (input: URL, init: RequestInit) => inbox.receive(new Request(input, init)))
  corp.callbacks.accept({ url: 'http://127.0.0.1/callback', ...callbackKeys })
  const newest = (): string => corp.customers.list().at(-1)?.external_userid ?? expect.fail('no customer')

  corp.people.customerAddsMember({ userid: 'lina', name: '王先生' })
  corp.people.memberEditsRemark({ userid: 'lina', external_userid: newest(), remark: '王总' })
  corp.people.memberEditsRemark({ userid: 'lina', external_userid: newest(), remark: '老王' })
  const deliveries = await corp.deliveries.settled()

  expect(deliveries.map(({ outcome }) => outcome)).toEqual(['acknowledged', 'acknowledged', 'acknowledged'])
  for (const { message, event } of deliveries) {
    expect(message).toContain('<UserID><![CDATA[lina]]></UserID>')
    expect(inbox.find(message)).toEqual({
      address: expect.stringMatching(/^\/callback\?msg_signature=\w{40}&timestamp=\d+&nonce=\d+$/),
      body: expect.stringMatching(/^<xml><ToUserName>.*<Encrypt><!\[CDATA\[[\w+/=]+\]\]><\/Encrypt><\/xml>$/s),
      message,
      event: expect.objectContaining({ ChangeType: event.ChangeType, UserID: 'lina' }),
    })
  }
})
