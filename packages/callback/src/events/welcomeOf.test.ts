import { expect, test } from 'vitest'
import { toXml } from '../fixtures/toXml.ts'
import { eventTime } from './eventTime.ts'
import { parseEvent } from './parseEvent.ts'
import { welcomeOf } from './welcomeOf.ts'

const added = { ChangeType: 'add_external_contact', UserID: 'lisi', ExternalUserID: 'wm1' } as const
const app = { ...added, Event: 'change_external_contact', CreateTime: 1735689661 } as const
const suite = { ...added, InfoType: 'change_external_contact', TimeStamp: 1735689661 } as const

test.each([
  ['an app', app],
  ['a suite', suite],
])('%s has 20 seconds from the event on', (_what, event) => {
  expect(eventTime(event)).toBe(1735689661_000)
  expect(welcomeOf({ ...event, WelcomeCode: 'CODE' })).toEqual({ welcome_code: 'CODE', deadline: 1735689681_000 })
})

test('nothing without a code', () => {
  expect(welcomeOf(app)).toBe(undefined)
  expect(welcomeOf(parseEvent(toXml({ ...app, WelcomeCode: '' })))).toBe(undefined)
  expect(welcomeOf({ ...app, ChangeType: 'del_follow_user' })).toBe(undefined)
  expect(welcomeOf({ InfoType: 'suite_ticket', SuiteId: 'ww1', SuiteTicket: '1', TimeStamp: 1 })).toBe(undefined)
})

test('nothing for an unknown event', () => {
  const event = { unknown: { WelcomeCode: 'CODE', CreateTime: '1735689661' } }
  expect(eventTime(event)).toBe(undefined)
  expect(welcomeOf(event)).toBe(undefined)
})
