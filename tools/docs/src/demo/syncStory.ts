import { createCallbackHandler } from '@wecom/callback'
import type { Client } from '@wecom/core'
import { openSync } from '@wecom/sync'
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCallbackServer } from './callbackServer.ts'
import { callbackSettings as settings } from './callbackSettings.ts'
import type { MockProcess } from './mockProcess.ts'
import type { Narrator } from './narrator.ts'

/**
 * Runs the part of the demo about `@wecom/sync`. A sync run writes the corp to tables, and events keep the tables up to
 * date. This part works only with the fake corp.
 */
export async function syncStory(client: Client, narrator: Narrator, mock: MockProcess): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wecom-demo-'))
  const file = join(folder, 'corp.db')
  const sync = await openSync(`sqlite:${file}`, { client, corpId: mock.corpId })
  const tables = new DatabaseSync(file, { readOnly: true })
  const query = (sql: string): Record<string, unknown>[] => tables.prepare(sql).all()
  const handled: string[] = []
  const handle = createCallbackHandler({
    ...settings,
    receiveIds: [mock.corpId],
    ...sync.inbox({
      on: {
        add_external_contact: (event) => handled.push(`${event.UserID} was added`),
        del_follow_user: (event) => handled.push(`${event.UserID} was deleted`),
      },
    }),
  })
  const server = await startCallbackServer(handle)
  try {
    narrator.chapter('A corp as tables: openSync, sync.run')
    const { ok, read } = await sync.run()
    narrator.say(`${read.members} members, ${read.customers} follow relations, ${read.group_chats} group chats`)
    const [live] = query('select count(*) as relations from wecom_live_follows')
    narrator.check('SQL finds every relation in wecom_live_follows', ok && live?.['relations'] === read.customers)

    narrator.chapter('A customer adds a member: sync.inbox, sync.drain')
    await mock.control('PUT', 'callback', { ...settings, url: server.url })
    const { external_userid } = (await happen(mock, 'customerAddsMember', { userid: 'lina', name: '周一鸣' })) as {
      external_userid: string
    }
    const [stored] = query(`select count(*) as events from wecom_inbox where status = 'new'`)
    narrator.check('the event is stored before WeCom is answered', stored?.['events'] === 1)
    await sync.drain({ maxMs: 5_000 })
    const rows = query(`select userid, name from wecom_live_follows where external_userid = '${external_userid}'`)
    for (const { userid, name } of rows) narrator.say(`${String(userid)}  ${String(name)}`)
    narrator.check('the row exists, and the handler was called', rows.length === 1 && handled[0] === 'lina was added')

    narrator.chapter('The customer deletes the member: wecom_churn')
    await mock.control('POST', 'clock', { advance: { hours: 1 } })
    narrator.aside('an hour later')
    await happen(mock, 'customerDeletesMember', { userid: 'lina', external_userid })
    await sync.drain({ maxMs: 5_000 })
    const churn = query(`select userid, lost_by from wecom_churn where external_userid = '${external_userid}'`)
    for (const { userid, lost_by } of churn) narrator.say(`${String(userid)} was deleted by the ${String(lost_by)}`)
    narrator.check('wecom_churn contains it', churn.length === 1 && churn[0]?.['lost_by'] === 'customer')
  } finally {
    await mock.control('DELETE', 'callback')
    server.close()
    tables.close()
    await sync.close()
    await rm(folder, { recursive: true })
  }
}

/**
 * Makes a member, customer or admin of the fake corp do something, and waits until the fake corp has delivered all
 * callbacks. Returns the result of the action.
 *
 * @param what - name of the action, e.g. `customerAddsMember`.
 * @param input - an object with the input of the action, e.g. the userid of the member.
 */
async function happen(mock: MockProcess, what: string, input: object): Promise<unknown> {
  const result = await mock.control('POST', `people/${what}`, input)
  await mock.control('POST', 'deliveries/settle')
  return result
}
