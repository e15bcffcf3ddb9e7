import {
  getContact,
  listContactTransferResults,
  partitionContactTransfers,
  transferContacts,
  updateContactRemark,
} from '@wecom/contacts'
import { type Client, type ClientEvent, isWeComError } from '@wecom/core'
import type { MockProcess } from './mockProcess.ts'
import type { Narrator } from './narrator.ts'
import type { Found } from './readStory.ts'

/** Runs the part of the demo that changes customers and moves the clock. This part works only with the fake corp. */
export async function writeStory(
  client: Client,
  narrator: Narrator,
  { mock, customer, events }: { mock: MockProcess; customer: NonNullable<Found['customer']>; events: ClientEvent[] },
): Promise<void> {
  const { userid, external_userid } = customer
  const takeover_userid = 'lina'

  narrator.chapter('Write a remark and read it back: updateContactRemark')
  await updateContactRemark(client, { userid, external_userid, remark: '老客户', description: '喜欢胡桃木' })
  const followers = (await getContact(client, { external_userid })).follow_user
  const follower = followers.find((each) => each.userid === userid)
  narrator.say(`${userid} now calls ${customer.name} "${follower?.remark}": ${follower?.description}`)
  narrator.check('getContact returns the new remark', follower?.remark === '老客户')

  narrator.chapter('The token expires after two hours: the client gets a new one')
  await mock.control('POST', 'clock', { advance: { hours: 2 } })
  events.length = 0
  await getContact(client, { external_userid })
  for (const event of events) narrator.aside(describe(event))
  narrator.check(
    'the client replaced the rejected token once, and repeated the call',
    events.filter(({ type }) => type === 'refresh').length === 1,
  )

  narrator.chapter('Transfer a customer: transferContacts')
  const pair = { handover_userid: userid, takeover_userid }
  const { succeeded, failed } = partitionContactTransfers(
    await transferContacts(client, { ...pair, external_userid: [external_userid, 'wmNotACustomer'] }),
  )
  narrator.say(`accepted: ${succeeded.join(', ')}`)
  narrator.say(`refused: ${failed.map((entry) => `${entry.external_userid} (${entry.errcode})`).join(', ')}`)
  narrator.check(
    'partitionContactTransfers finds the refused entry in a successful answer',
    succeeded.length === 1 && failed.length === 1,
  )

  const statusOf = async (): Promise<number | undefined> => {
    const { customer: transferred } = await listContactTransferResults(client, pair)
    return transferred.find((each) => each.external_userid === external_userid)?.status
  }
  narrator.check('the transfer waits for 24 hours (status 2)', (await statusOf()) === 2)
  await mock.control('POST', 'clock', { advance: { hours: 24 } })
  narrator.aside('24 hours later')
  narrator.check(`${takeover_userid} has taken over (status 1)`, (await statusOf()) === 1)
  const now = (await getContact(client, { external_userid })).follow_user.map((each) => each.userid)
  narrator.check(
    `getContact returns the new member: ${now.join(', ')}`,
    now.includes(takeover_userid) && !now.includes(userid),
  )

  narrator.chapter('An answer is lost: the client does not repeat the transfer')
  await mock.control('DELETE', 'requests')
  await mock.control('POST', 'faults', { kind: 'lost-answer', endpoint: 'transferContacts' })
  const lost = await transferContacts(client, { ...pair, external_userid: ['wmNotACustomer'] }).catch(
    (error: unknown) => error,
  )
  if (isWeComError(lost)) narrator.say(lost.message.replaceAll('\n', '\n   '))
  const { requests } = (await mock.control('GET', 'requests?endpoint=transferContacts')) as { requests: unknown[] }
  narrator.check(
    'the client sent one request, and the error says that it may have taken effect',
    requests.length === 1 && isWeComError(lost) && lost.ambiguous,
  )
}

function describe(event: ClientEvent): string {
  switch (event.type) {
    case 'failure':
      return `${event.endpoint} #${event.attempt} failed: ${event.error.summary}`
    case 'refresh':
      return `${event.endpoint} gets a new token`
    case 'retry':
      return `the client repeats ${event.endpoint} in ${event.waitMs} ms`
    case 'mismatch':
      return `${event.endpoint} has an unexpected result`
    case 'request':
      return `${event.endpoint} #${event.attempt} ${event.method} ${event.path}`
    case 'response':
      return `${event.endpoint} #${event.attempt} answered after ${event.durationMs.toFixed(1)} ms`
    case 'store-failure':
      return `the token store failed to ${event.operation}`
  }
}
