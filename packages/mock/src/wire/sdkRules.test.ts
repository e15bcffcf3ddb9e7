import { createContactWay, type CreateContactWayParams } from '@wecom/contact-way'
import { createClient, type WeComError } from '@wecom/core'
import { createMassMessage } from '@wecom/messages'
import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'

// Calls that the SDK refuses and WeCom accepts, because WeCom ignores a part of them.

const corp = createFakeCorp({ state: groupCorp() })
const client = createClient({ token: corp.token, fetch: corp.fetch })
const caller = createRawCaller(corp)
const way: CreateContactWayParams = { type: 1, scene: 2, user: ['anna'] }
const message = { sender: 'anna', text: { content: '您好' } } as const

test.for<[string, CreateContactWayParams, string]>([
  ['a unionid for everybody', { ...way, unionid: 'owm1' }, 'unionid requires is_temp'],
  ['an empty unionid', { ...way, is_temp: true, unionid: '' }, 'unionid must not be empty'],
])('a contact way with %s', async ([, params, refusal]) => {
  await expect(createContactWay(client, params)).rejects.toThrow(refusal)

  const { errcode, config_id } = caller.post('externalcontact/add_contact_way', params)
  expect(errcode).toBe(0)
  expect(corp.contactWays.list().find((one) => one.config_id === config_id)).not.toHaveProperty('unionid')
})

test.for([
  ['group chats to customers', { ...message, chat_type: 'single', chat_id_list: ['wrAnna'] }, 'chat_id_list requires'],
  ['customers to group chats', { ...message, chat_type: 'group', external_userid: ['wm1'] }, 'chat_id_list requires'],
] as const)('a mass message with %s', async ([, params, refusal]) => {
  await expect(createMassMessage(client, params as never)).rejects.toThrow(refusal)

  const { errcode, msgid } = caller.post('externalcontact/add_msg_template', params)
  expect(errcode).toBe(0)
  const isSingle = params.chat_type === 'single'
  expect(corp.massMessages.list().find((one) => one.msgid === msgid)).toMatchObject({
    chat_type: params.chat_type,
    tasks: [{ userid: 'anna', deliveries: isSingle ? [{}, {}, {}] : [] }],
  })
})

test('a call that breaks a rule of WeCom as well is refused for that one', async () => {
  const params = { ...way, unionid: 'owm1', user: ['anna', 'ben'] }

  await expect(createContactWay(client, params)).rejects.toSatisfy((error: WeComError) => error.kind === 'validation')
  expect(caller.post('externalcontact/add_contact_way', params)).toMatchObject({ errcode: 41041 })
  expect(
    caller.post('externalcontact/add_contact_way', { ...way, type: 2, party: [2], is_temp: true, unionid: '' }),
  ).toMatchObject({ errcode: 40058, errmsg: expect.stringContaining('is_temp requires type 1') })
})
