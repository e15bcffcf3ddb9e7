// Takes events of a corp and reads what they are about, in a process of its own: the milliseconds of each, from the
// acknowledgement until the read is written.
import { createCallbackHandler, encryptMessage, importKey, signMessage } from '@wecom/callback'
import { corpToken, createClient } from '@wecom/core'
import { listContactIds } from '@wecom/contacts'
import { openSync } from '@wecom/sync'
import type { Syncer } from './Syncer.ts'

const token = 'benchToken'
const encodingAesKey = 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U'
const events = 60
const warmUp = 10

process.once('message', (syncer: Syncer) => void measure(syncer).then((times) => process.send?.(times)))
process.on('disconnect', () => process.exit())

async function measure({ url, corpId, secret, file }: Syncer): Promise<number[]> {
  const client = createClient({ baseUrl: url, token: corpToken({ corpId, secret }) })
  const sync = await openSync(`sqlite:${file}`, { client, corpId })
  await sync.run()
  const handle = createCallbackHandler({ token, encodingAesKey, receiveIds: [corpId], ...sync.inbox() })
  const { external_userid: customers } = await listContactIds(client, { userid: 'member1' })
  const times: number[] = []
  for (let event = 0; event < events; event++) {
    const external_userid = customers[event % customers.length]
    const edit = { userid: 'member1', external_userid, remark: `备注${event}` }
    await fetch(`${url}/__corp/people/memberEditsRemark`, { method: 'POST', body: JSON.stringify(edit) })
    const request = deliver(corpId, {
      Event: 'change_external_contact',
      ChangeType: 'edit_external_contact',
      CreateTime: Math.floor(Date.now() / 1000),
      UserID: edit.userid,
      ExternalUserID: external_userid,
      State: String(event),
    })
    const { status } = await handle(request)
    if (status !== 200) throw new Error(`the event was answered with ${status}`)
    const acknowledgedAt = performance.now()
    const { reads } = await sync.drain({ maxMs: 1_000 })
    if (reads !== 1) throw new Error(`${reads} reads came of one event`)
    times.push(performance.now() - acknowledgedAt)
  }
  await sync.close()
  return times.slice(warmUp)
}

function deliver(corpId: string, event: object): Request {
  const message = JSON.stringify({ ToUserName: corpId, FromUserName: 'sys', MsgType: 'event', ...event })
  const encrypt = encryptMessage({ key: importKey(encodingAesKey), receiveId: corpId, message })
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), String(Math.random()).slice(2)]
  const signature = signMessage({ token, timestamp, nonce, encrypt })
  const body = JSON.stringify({ ToUserName: corpId, AgentID: '1000002', Encrypt: encrypt })
  const query = `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`
  return new Request(`http://127.0.0.1/?${query}`, { method: 'POST', body })
}
