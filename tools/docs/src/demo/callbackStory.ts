import { type AddExternalContactEvent, createCallbackHandler } from '@wecom/callback'
import { createContactWay } from '@wecom/contact-way'
import { getContact } from '@wecom/contacts'
import type { Client } from '@wecom/core'
import { sendWelcomeMessage } from '@wecom/messages'
import { listCorpTags, markCustomerTags } from '@wecom/tags'
import { startCallbackServer } from './callbackServer.ts'
import { callbackSettings as settings } from './callbackSettings.ts'
import type { MockProcess } from './mockProcess.ts'
import type { Narrator } from './narrator.ts'

interface Greeting {
  readonly event: AddExternalContactEvent
  /** Time when the handler had sent the welcome message, in milliseconds since 1970. */
  readonly sentAt: number
}

interface Scanned {
  readonly external_userid: string
}

interface Delivery {
  readonly attempts: readonly { readonly result: string; readonly status: number }[]
}

/**
 * Runs the part of the demo in which WeCom sends callbacks: a new customer scans a QR code, and the event handler tags
 * the customer. This part works only with the fake corp.
 */
export async function callbackStory(client: Client, narrator: Narrator, mock: MockProcess): Promise<void> {
  const [tag] = (await listCorpTags(client, {})).tag_group.flatMap((group) => group.tag)
  if (!tag) throw new Error('The demo corp has tags')
  const greetings: Greeting[] = []
  const handle = createCallbackHandler({
    ...settings,
    receiveIds: [mock.corpId],
    on: {
      add_external_contact: async (event) => {
        greetings.push(await greet(client, event))
        const { UserID: userid, ExternalUserID: external_userid } = event
        if (userid) await markCustomerTags(client, { userid, external_userid, add_tag: [tag.id] })
      },
    },
    onError: (error) => narrator.aside(`the handler reports an error: ${String(error)}`),
  })
  const server = await startCallbackServer(handle)
  try {
    narrator.chapter('Verify a callback URL: createCallbackHandler')
    await mock.control('PUT', 'callback', { ...settings, url: server.url })
    narrator.say(`WeCom sends ${server.url}, in this process, a text that only the owner of the key can decrypt`)
    const { callbacks } = (await mock.control('GET', 'callback')) as { callbacks: { url: string }[] }
    narrator.check('WeCom accepts the answer and the URL', callbacks[0]?.url === server.url)

    narrator.chapter('A new customer scans a QR code: createContactWay')
    const state = 'spring-fair'
    const { config_id } = await createContactWay(client, { type: 1, scene: 2, user: ['lina'], state })
    narrator.say(`lina shows QR code ${config_id} at a fair; customers who scan it get the state "${state}"`)
    const { external_userid, delivery } = await scan(mock, { config_id, name: '钱多多' })
    narrator.aside(`钱多多 scans it, and has the id ${external_userid}`)
    for (const { result, status } of delivery?.attempts ?? []) {
      narrator.aside(`encrypted callback over HTTP: ${result} (${status})`)
    }
    narrator.check(
      'the event arrives once, decrypted and typed',
      delivery?.attempts.length === 1 && greetings.length === 1 && greetings[0]?.event.State === state,
    )
    checkGreeting(narrator, greetings[0])

    narrator.chapter('Read the new customer: getContact')
    const { external_contact, follow_user } = await getContact(client, { external_userid })
    const follower = follow_user.find(({ userid }) => userid === 'lina')
    const tags = follower?.tags?.map(({ tag_name }) => tag_name) ?? []
    narrator.say(
      `${external_contact.name} is a customer of lina; state: "${follower?.state}", tags: ${tags.join(', ')}`,
    )
    narrator.check('getContact returns the tag and the state', tags.includes(tag.name) && follower?.state === state)

    narrator.chapter('WeCom delivers an event twice: the handler runs once')
    await mock.control('POST', 'deliveries/faults', { kind: 'duplicate' })
    const again = await scan(mock, { config_id, name: '孙小美' })
    narrator.aside(`孙小美 scans it, too; WeCom delivers the event ${again.delivery?.attempts.length} times`)
    narrator.check(
      'the handler recognises the repeated event',
      again.delivery?.attempts.length === 2 && greetings.length === 2,
    )
  } finally {
    await mock.control('DELETE', 'callback')
    server.close()
  }
}

async function greet(client: Client, event: AddExternalContactEvent): Promise<Greeting> {
  if (event.welcome && Date.now() < event.welcome.expiresAt) {
    const { welcome_code } = event.welcome
    await sendWelcomeMessage(client, { welcome_code, text: { content: '您好，欢迎光临！' } })
  }
  return { event, sentAt: Date.now() }
}

function checkGreeting(narrator: Narrator, greeting: Greeting | undefined): void {
  const left = greeting?.event.welcome ? greeting.event.welcome.expiresAt - greeting.sentAt : -1
  narrator.say(`sendWelcomeMessage: "您好，欢迎光临！", with ${Math.floor(left / 1000)} of 20 seconds left`)
  narrator.check('the welcome message is sent before the welcome code expires', left > 0)
}

/**
 * Lets a customer of the fake corp scan the QR code, and waits until the fake corp has delivered all callbacks. Returns
 * the id of the customer, and the last delivery.
 */
async function scan(
  mock: MockProcess,
  who: { config_id: string; name: string },
): Promise<{ external_userid: string; delivery: Delivery | undefined }> {
  // The handler compares the expiry of the welcome code with the system clock, so the fake corp needs the same time.
  await mock.control('POST', 'clock', { set: new Date().toISOString() })
  const { external_userid } = (await mock.control('POST', 'people/customerScansContactWay', who)) as Scanned
  const { deliveries } = (await mock.control('POST', 'deliveries/settle')) as { deliveries: Delivery[] }
  return { external_userid, delivery: deliveries.at(-1) }
}
