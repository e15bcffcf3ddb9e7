// A user's sync: a run, an event, a worker. It is copied into an empty project and runs there, on the installed packages.
import assert from 'node:assert/strict'
import { createCallbackHandler, encryptMessage, importKey, signMessage } from '@wecom/callback'
import { createClient } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { createSyncWorker, openSync, type Report } from '@wecom/sync'

const corp = createFakeCorp({ startAt: 'now', clock: 'running' })
const { corpId } = corp
const client = createClient({ token: corp.token, fetch: corp.fetch })
const settings = { token: 'consumerToken', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' }

const sync = await openSync('sqlite:corp.db', { client, corpId })
const { ok, gaps } = await sync.run()
assert.deepEqual({ ok, gaps }, { ok: true, gaps: [] })

const added: unknown[] = []
const handle = createCallbackHandler({
  ...settings,
  receiveIds: [corpId],
  ...sync.inbox({ on: { add_external_contact: ({ UserID }) => added.push(UserID) } }),
})
corp.people.customerAddsMember({ userid: 'lina', name: '王先生' })
assert.equal((await handle(deliver(corp.events.list().at(-1)))).status, 200)
const { events, left } = await sync.drain({ maxMs: 10_000 })
assert.deepEqual({ added, events, left }, { added: ['lina'], events: 1, left: 0 })
await sync.close()

const reported = Promise.withResolvers<Report>()
const worker = await createSyncWorker({
  store: 'sqlite:worker.db',
  corps: [corpId],
  clientOf: () => client,
  onReport: reported.resolve,
  onError: reported.reject,
})
assert.equal((await reported.promise).ok, true)
assert.equal(await worker.close({ timeoutMs: 10_000 }), true)

function deliver(event: object | undefined): Request {
  const message = JSON.stringify({ ToUserName: corpId, FromUserName: 'sys', MsgType: 'event', ...event })
  const encrypt = encryptMessage({ key: importKey(settings.encodingAesKey), receiveId: corpId, message })
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), '4711']
  const signature = signMessage({ token: settings.token, timestamp, nonce, encrypt })
  const body = JSON.stringify({ ToUserName: corpId, AgentID: '1000002', Encrypt: encrypt })
  const query = `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`
  return new Request(`https://crm.example.com/?${query}`, { method: 'POST', body })
}
