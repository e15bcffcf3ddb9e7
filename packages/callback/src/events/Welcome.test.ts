import { expect, test } from 'vitest'
import { toXml } from '../fixtures/toXml.ts'
import { eventTime, parseEvent } from './parseEvent.ts'

const added = { ChangeType: 'add_external_contact', UserID: 'lisi', ExternalUserID: 'wm1' }
const app = { ...added, Event: 'change_external_contact', CreateTime: 1735689661 }
const suite = { ...added, InfoType: 'change_external_contact', TimeStamp: 1735689661 }

const forms: [string, (fields: object) => string][] = [
  ['XML', toXml],
  ['JSON', JSON.stringify],
]

test.each(forms)('%s: expires 20 seconds after the event', (_form, write) => {
  for (const event of [app, suite]) {
    const read = parseEvent(write({ ...event, WelcomeCode: 'CODE' }))
    expect(eventTime(read)).toBe(1735689661_000)
    expect(read).toHaveProperty('welcome', { welcome_code: 'CODE', expiresAt: 1735689681_000 })
  }
})

test.each(forms)('%s: undefined without a code or a time', (_form, write) => {
  const events = [
    app,
    { ...app, WelcomeCode: '' },
    { ...app, WelcomeCode: 'CODE', CreateTime: 'soon' },
    { ...app, WelcomeCode: 'CODE', CreateTime: '' },
    { ...app, ChangeType: 'del_follow_user' },
    { InfoType: 'suite_ticket', SuiteId: 'ww1', SuiteTicket: '1', TimeStamp: 1 },
  ]
  for (const event of events) expect(parseEvent(write(event))).not.toHaveProperty('welcome')
})

test.each(forms)('%s: undefined for an unknown event', (_form, write) => {
  const event = parseEvent(write({ Event: 'added_later', WelcomeCode: 'CODE', CreateTime: 1735689661 }))
  expect(eventTime(event)).toBe(undefined)
  expect(event).not.toHaveProperty('welcome')
})
