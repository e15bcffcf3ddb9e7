import { corpToken, createClient, paginateItems } from '@wecom/core'
import {
  cancelMassMessage,
  createMassMessage,
  listMassMessageSendResultsEndpoint,
  remindMassMessage,
  sendWelcomeMessage,
  getMassMessageProgress,
} from '@wecom/messages'
import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { textOf } from '../fixtures/textOf.ts'

const corp = createFakeCorp({ pageSize: 2 })

test('a new customer is greeted; a campaign goes out, is followed up, and called off for who is late', async () => {
  const client = createClient({
    token: corpToken({ corpId: corp.corpId, secret: 'fake-secret' }),
    fetch: corp.fetch,
    strict: true,
  })

  const { events } = corp.people.customerAddsMember({ userid: 'chenjie', name: '孙悦' })
  const [newcomer, welcome_code] = [textOf(events, 'ExternalUserID'), textOf(events, 'WelcomeCode')]
  const text = { content: '您好' }
  await sendWelcomeMessage(client, { welcome_code, text })
  await expect(sendWelcomeMessage(client, { welcome_code, text })).rejects.toMatchObject({ errcode: 41051 })

  const [important = ''] = corp.follows.ofMember('wangfang').map(({ external_userid }) => external_userid)
  const { msgid, fail_list } = await createMassMessage(client, {
    external_userid: [newcomer, important, 'wmNobody'],
    text: { content: '周五新品到店' },
  })
  expect(fail_list).toEqual(['wmNobody'])

  corp.people.memberConfirmsMassMessage({ userid: 'chenjie', msgid })
  await remindMassMessage(client, { msgid })
  const { sent, unsent } = await getMassMessageProgress(client, { msgid })
  expect([sent, unsent]).toMatchObject([[{ userid: 'chenjie' }], [{ userid: 'wangfang', status: 0 }]])

  await cancelMassMessage(client, { msgid })
  const delivered: string[] = []
  for await (const { external_userid = '', status } of paginateItems(client, listMassMessageSendResultsEndpoint, {
    msgid,
    userid: 'chenjie',
  })) {
    if (status === 1) delivered.push(external_userid)
  }
  expect(delivered).toEqual([newcomer])
  expect(corp.journal.list().every(({ status }) => status === 200)).toBe(true)
})
