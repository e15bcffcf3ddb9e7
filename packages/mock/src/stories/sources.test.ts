import {
  createAcquisitionLink,
  getAcquisitionChatInfo,
  getAcquisitionQuota,
  listAcquisitionCustomersEndpoint,
} from '@wecom/acquisition'
import { createContactWay, getContactWay, updateContactWay } from '@wecom/contact-way'
import { getContact } from '@wecom/contacts'
import {
  authorizedCorpToken,
  type Client,
  corpToken,
  createClient,
  getPermanentCode,
  paginateItems,
  providerToken,
  suiteToken,
} from '@wecom/core'
import { convertUnionidToExternalUserid, finishExternalUseridMigration } from '@wecom/id-convert'
import { createInterceptRule, getInterceptRule, readInterceptSemantics, updateInterceptRule } from '@wecom/intercept'
import { downloadInParts, getMedia, toFile, uploadAttachment, uploadImage, uploadMedia } from '@wecom/media'
import { sendWelcomeMessage } from '@wecom/messages'
import { createProductAlbum, getProductAlbum } from '@wecom/products'
import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { png } from '../fixtures/rawForm.ts'
import { textOf } from '../fixtures/textOf.ts'

// Stories about contact ways, links, rules, products, files and providers. The client of the SDK calls the fake corp
// through its `fetch`.

const corp = createFakeCorp({ state: providerCorp(), pageSize: 1 })

beforeEach(() => corp.reset())

function connect(): Client {
  return createClient({
    token: corpToken({ corpId: corp.corpId, secret: 'secret-all' }),
    fetch: corp.fetch,
    strict: true,
  })
}

test('a QR code at the door: scanned, greeted once, led to somebody else later', async () => {
  const client = connect()
  const { config_id } = await createContactWay(client, { type: 2, scene: 2, user: ['ben'], state: 'door' })
  const { events, external_userid } = corp.people.customerScansContactWay({ config_id, name: '王先生' })
  const welcome = { welcome_code: textOf(events, 'WelcomeCode'), text: { content: '您好' } }

  await sendWelcomeMessage(client, welcome)
  await expect(sendWelcomeMessage(client, welcome)).rejects.toMatchObject({ errcode: 41051 })
  const { follow_user } = await getContact(client, { external_userid })
  expect(follow_user).toMatchObject([{ userid: 'ben', state: 'door' }])

  await updateContactWay(client, { config_id, user: ['anna'] })
  expect((await getContactWay(client, { config_id })).contact_way.user).toEqual(['anna'])
  expect(corp.people.customerScansContactWay({ config_id }).userid).toBe('anna')
})

test('a campaign: a link, its customers, and what they wrote', async () => {
  const client = connect()
  corp.people.corpBuysAcquisitionQuota({ count: 10 })
  const { link } = await createAcquisitionLink(client, { link_name: '春季', range: { user_list: ['ben'] } })
  const came = ['a', 'b'].map((customer_channel) =>
    corp.people.customerUsesAcquisitionLink({ link_id: link.link_id, customer_channel }),
  )
  for (let sent = 0; sent < 3; sent++) corp.people.customerWritesToMember(came[0] ?? fail())

  const customers = await collect(paginateItems(client, listAcquisitionCustomersEndpoint, { link_id: link.link_id }))
  expect(customers.map(({ state, chat_status }) => [state, chat_status])).toEqual([
    ['a', 1],
    ['b', 0],
  ])
  expect(await getAcquisitionQuota(client)).toMatchObject({ total: 2, balance: 8 })
  const chat_key = textOf(corp.events.list().slice(-1), 'ChatKey')
  expect(await getAcquisitionChatInfo(client, { chat_key })).toMatchObject({
    userid: 'ben',
    external_userid: came[0]?.external_userid,
    chat_info: { recv_msg_cnt: 3 },
  })
})

test('a rule about words, read in either place', async () => {
  const client = connect()
  const range = { department_list: [2] }
  const { rule_id } = await createInterceptRule(client, {
    rule_name: '承诺',
    word_list: ['最低价'],
    intercept_type: 2,
    applicable_range: range,
  })
  await updateInterceptRule(client, { rule_id, extra_rule: { semantics_list: [3] } })

  expect(readInterceptSemantics((await getInterceptRule(client, { rule_id })).rule)).toEqual([3])
})

test('a product with a picture that comes back as it was', async () => {
  const client = connect()
  const media = await toFile(png, '沙发.png')
  const { media_id } = await uploadAttachment(client, { media_type: 'image', attachment_type: 2, media })
  const { product_id } = await createProductAlbum(client, {
    description: '沙发',
    price: 329_900,
    attachments: [{ type: 'image', image: { media_id } }],
  })
  const { product } = await getProductAlbum(client, { product_id })
  const { body, filename, contentType, size } = await getMedia(client, {
    media_id: product.attachments[0]?.image.media_id ?? '',
  })

  expect([filename, contentType, size]).toEqual(['沙发.png', 'image/png', png.length])
  expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(png)
})

test('files: temporary ones in parts, pictures by address, and what is over', async () => {
  const client = connect()
  const { media_id } = await uploadMedia(client, { type: 'file', media: await toFile('一二三四五六', '数.txt') })
  const parts = await collect(downloadInParts(client, { media_id }, { partSize: 16 }))
  const blobs = await Promise.all(parts.map(({ body }) => new Response(body).blob()))

  expect(parts.map(({ size }) => size)).toEqual([16, 2])
  expect(await new Blob(blobs).text()).toBe('一二三四五六')
  expect(await uploadImage(client, { media: await toFile(png, 'a.png') })).toMatchObject({
    url: expect.stringMatching(/^http/),
  })
  corp.clock.advance({ days: 3 })
  await expect(getMedia(client, { media_id })).rejects.toMatchObject({ errcode: 40007 })
})

test('a provider: ticket, authorization, the corp’s token, and ids', async () => {
  const suite = suiteToken({
    suiteId: 'wwother',
    suiteSecret: 'other-secret',
    ticket: () => corp.people.suiteTicketPushed({ suite_id: 'wwother' }).suite_ticket,
  })
  const { auth_code } = corp.people.corpAuthorizesSuite({ suite_id: 'wwother' })
  const { permanent_code, auth_corp_info } = await getPermanentCode(
    createClient({ token: suite, fetch: corp.fetch, strict: true }),
    {
      auth_code,
    },
  )
  const client = createClient({
    token: authorizedCorpToken({ corpId: auth_corp_info.corpid, permanentCode: permanent_code, suite }),
    fetch: corp.fetch,
    strict: true,
  })
  const person = { unionid: 'owm1', openid: 'o1' }

  expect(await convertUnionidToExternalUserid(client, person)).toEqual({ external_userid: 'wm1' })
  const provider = createClient({
    token: providerToken({ corpId: 'wwprovider', secret: 'provider-secret' }),
    fetch: corp.fetch,
    strict: true,
  })
  await finishExternalUseridMigration(provider, { corpid: 'wwsmall' })
  expect(corp.provider.get()?.migrated).toEqual([3])
})

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = []
  for await (const item of items) collected.push(item)
  return collected
}

function fail(): never {
  throw new Error('nothing happened')
}
