import { afterEach, expect, test, vi } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { textOf } from '../fixtures/textOf.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

afterEach(() => vi.useRealTimers())

const text = { content: '你好' }
const picture = (media_id: string): object[] => [{ msgtype: 'image', image: { media_id } }]

function open(userid = 'anna'): { corp: FakeCorp; code: string; send: (body: object, secret?: string) => unknown } {
  const corp = createFakeCorp({ state: smallCorp() })
  const { events } = corp.people.customerAddsMember({ userid, external_userid: 'wm4' })
  return {
    corp,
    code: textOf(events, 'WelcomeCode'),
    send: (body, secret = 'secret-all') =>
      createRawCaller(corp, secret).post('externalcontact/send_welcome_msg', body)['errcode'],
  }
}

test('a code greets once', () => {
  const { code, send } = open()

  expect(send({ welcome_code: code, text })).toBe(0)
  expect(send({ welcome_code: code, text })).toBe(41051)
})

test('a code is good for 20 seconds', () => {
  const { corp, code, send } = open()
  const { code: late, send: sendLate, corp: other } = open()
  corp.clock.advance({ seconds: 19, milliseconds: 999 })
  other.clock.advance({ seconds: 20 })

  expect(send({ welcome_code: code, text })).toBe(0)
  expect(sendLate({ welcome_code: late, text })).toBe(41050)
})

test('whoever wrote first needs no greeting', () => {
  const { corp, code, send } = open()
  corp.people.customerWritesToMember({ userid: 'anna', external_userid: 'wm4' })

  expect(send({ welcome_code: code, text })).toBe(41051)
})

test('a refused message leaves the code as it was', () => {
  const { corp, code, send } = open('dora')

  expect(send({ text })).toBe(41049)
  expect(send({ welcome_code: 'x', text })).toBe(41050)
  expect(send({ welcome_code: code })).toBe(40058)
  expect(send({ welcome_code: code, attachments: picture('x') })).toBe(40007)
  expect(send({ welcome_code: code, attachments: [{ msgtype: 'voice' }] })).toBe(41065)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(60011)
  expect(send({ welcome_code: code, attachments: picture(uploadedFile(corp, 'image')) })).toBe(0)
})

test('while one app’s message is under way, another app may try again; afterwards it is too late', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { corp, code, send } = open()
  corp.faults.add({ kind: 'delay', delayMs: 3000, endpoint: 'sendWelcomeMessage' })

  expect(send({ welcome_code: code, text })).toBe(0)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(41096)
  expect(send({ welcome_code: code, text })).toBe(41051)
  vi.advanceTimersByTime(3000)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(41051)
})

test('a call that was not done leaves the code to others', () => {
  const { corp, code, send } = open()
  corp.faults.add({ kind: 'errcode', errcode: -1, delayMs: 3000, endpoint: 'sendWelcomeMessage' })

  expect(send({ welcome_code: code, text })).toBe(-1)
  expect(send({ welcome_code: code, text }, 'secret-sales')).toBe(0)
})

test('where chats are archived, the customer has to agree first', () => {
  const given = smallCorp()
  const members = given.members?.map((member) => ({ ...member, chats_archived: member.userid === 'anna' }))
  const { corp, send } = open()
  corp.reset({ ...given, members })
  const pair = { userid: 'anna', external_userid: 'wm4' }
  const early = textOf(corp.people.customerAddsMember(pair).events, 'WelcomeCode')

  expect(send({ welcome_code: early, text })).toBe(41053)
  const { events, follow } = corp.people.customerAgreesToArchive(pair)
  expect(events).toMatchObject([{ ChangeType: 'msg_audit_approved', UserID: 'anna', ExternalUserID: 'wm4' }])
  expect(follow.archive_agreed_at).toBe(corp.clock.seconds())
  expect(() => corp.people.customerAgreesToArchive(pair)).toThrow('has already agreed that chats with member anna')
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
  expect(send({ welcome_code: textOf(events, 'WelcomeCode'), text })).toBe(0)
})
