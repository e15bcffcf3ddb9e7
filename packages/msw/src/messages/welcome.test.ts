import { afterEach, expect, test, vi } from 'vitest'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { textOf } from '../fixtures/textOf.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'
import { customerAddsMember } from '../people/customerAddsMember.ts'
import { customerAgreesToArchive } from '../people/customerAgreesToArchive.ts'
import { customerWritesToMember } from '../people/customerWritesToMember.ts'
import { createTenant, type Tenant } from '../tenant/Tenant.ts'

afterEach(() => vi.useRealTimers())

const text = { content: '你好' }
const picture = (media_id: string): object[] => [{ msgtype: 'image', image: { media_id } }]

function open(userid = 'anna'): { tenant: Tenant; code: string; send: (body: object, secret?: string) => unknown } {
  const tenant = createTenant({ seed: smallCorp() })
  const { events } = customerAddsMember(tenant, { userid, external_userid: 'wm4' })
  return {
    tenant,
    code: textOf(events, 'WelcomeCode'),
    send: (body, secret = 'secret-all') =>
      createRawCaller(tenant, secret).post('externalcontact/send_welcome_msg', body)['errcode'],
  }
}

test('a code greets once', () => {
  const { code, send } = open()

  expect(send({ welcome_code: code, text })).toBe(0)
  expect(send({ welcome_code: code, text })).toBe(41051)
})

test('a code is good for 20 seconds', () => {
  const { tenant, code, send } = open()
  const { code: late, send: sendLate, tenant: other } = open()
  tenant.clock.advance({ seconds: 19, milliseconds: 999 })
  other.clock.advance({ seconds: 20 })

  expect(send({ welcome_code: code, text })).toBe(0)
  expect(sendLate({ welcome_code: late, text })).toBe(41050)
})

test('whoever wrote first needs no greeting', () => {
  const { tenant, code, send } = open()
  customerWritesToMember(tenant, { userid: 'anna', external_userid: 'wm4' })

  expect(send({ welcome_code: code, text })).toBe(41051)
})

test('a refused message leaves the code as it was', () => {
  const { tenant, code, send } = open('dora')

  expect(send({ text })).toBe(41049)
  expect(send({ welcome_code: 'x', text })).toBe(41050)
  expect(send({ welcome_code: code })).toBe(40058)
  expect(send({ welcome_code: code, attachments: picture('x') })).toBe(40007)
  expect(send({ welcome_code: code, attachments: [{ msgtype: 'voice' }] })).toBe(41065)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(60011)
  expect(send({ welcome_code: code, attachments: picture(uploadedFile(tenant, 'image')) })).toBe(0)
})

test('while one app’s message is under way, another app may try again; afterwards it is too late', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { tenant, code, send } = open()
  tenant.faults.add({ kind: 'delay', delayMs: 3000, endpoint: 'sendWelcomeMessage' })

  expect(send({ welcome_code: code, text })).toBe(0)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(41096)
  expect(send({ welcome_code: code, text })).toBe(41051)
  vi.advanceTimersByTime(3000)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(41051)
})

test('a call that was not done leaves the code to others', () => {
  const { tenant, code, send } = open()
  tenant.faults.add({ kind: 'errcode', errcode: -1, delayMs: 3000, endpoint: 'sendWelcomeMessage' })

  expect(send({ welcome_code: code, text })).toBe(-1)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(0)
})

test('where chats are archived, the customer has to agree first', () => {
  const corp = smallCorp()
  const members = corp.members?.map((member) => ({ ...member, chats_archived: member.userid === 'anna' }))
  const { tenant, send } = open()
  tenant.reset({ ...corp, members })
  const pair = { userid: 'anna', external_userid: 'wm4' }
  const early = textOf(customerAddsMember(tenant, pair).events, 'WelcomeCode')

  expect(send({ welcome_code: early, text })).toBe(41053)
  const { events, follow } = customerAgreesToArchive(tenant, pair)
  expect(events).toMatchObject([{ ChangeType: 'msg_audit_approved', UserID: 'anna', ExternalUserID: 'wm4' }])
  expect(follow.archive_agreed_at).toBe(tenant.clock.seconds())
  expect(() => customerAgreesToArchive(tenant, pair)).toThrow('agreed with anna already')
  expect(createTenant({ seed: tenant.state() }).state()).toEqual(tenant.state())
  expect(send({ welcome_code: textOf(events, 'WelcomeCode'), text })).toBe(0)
})
