import { expect, expectTypeOf, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { sampleName, samples } from '../fixtures/samples.ts'
import { toXml } from '../fixtures/toXml.ts'
import { goodVectors } from '../fixtures/vectors.ts'
import type { SuiteTicketEvent } from './authorizationEvents.ts'
import type { CallbackEvent, EventNamed, UnknownEvent } from './CallbackEvent.ts'
import type { ChatCreateEvent } from './chatEvents.ts'
import type { AddExternalContactEvent } from './contactEvents.ts'
import type { UploadMediaJobFinishEvent } from './mediaEvents.ts'
import { parseEvent } from './parseEvent.ts'
import type { TagCreateEvent } from './tagEvents.ts'
import type { Welcome } from './Welcome.ts'

const named = samples.map((sample) => [sampleName(sample), sample] as const)

/**
 * Returns the event that `parseEvent` must return for a sample. A sample has the fields that WeCom sends. If the sample
 * has a `WelcomeCode`, `parseEvent` adds the field `welcome`, with an expiry time 20 seconds after the event.
 */
function eventOf<Sample extends object>(sample: Sample): Sample {
  const isWelcome = 'WelcomeCode' in sample
  return isWelcome ? { ...sample, welcome: { welcome_code: sample.WelcomeCode, expiresAt: 1735689681_000 } } : sample
}

test.each(named)('%s', (_name, sample) => {
  expect(parseEvent(toXml({ ...sample, FieldAddedLater: '1' }))).toEqual({ ...eventOf(sample), FieldAddedLater: '1' })
})

/**
 * Samples of the events that have one form for apps and another form for suites (third-party apps, 第三方应用). These
 * samples have the form for apps.
 */
const inApps = samples.flatMap((sample) => ('ToUserName' in sample && sample.ChangeType ? [sample] : []))

test.each(inApps.map((sample) => [sampleName(sample), sample] as const))('%s, as a suite gets it', (_name, sample) => {
  const { Event, ToUserName, FromUserName: _1, MsgType: _2, CreateTime, ...rest } = sample
  const suiteForm = { SuiteId: 'ww1', AuthCorpId: ToUserName, InfoType: Event, TimeStamp: CreateTime, ...rest }
  expect(parseEvent(toXml(suiteForm))).toEqual(eventOf(suiteForm))
})

test.each(named)('%s, as JSON', (_name, sample) => {
  expect(parseEvent(JSON.stringify(sample))).toEqual(eventOf(sample))
})

test.each(named)('%s, as JSON that has texts for numbers and single values for lists', (_name, sample) => {
  const text = JSON.stringify(sample, (_key, value: unknown) => {
    if (typeof value === 'number') return String(value)
    return Array.isArray(value) && value.length === 1 ? value[0] : value
  })
  expect(parseEvent(text)).toEqual(eventOf(sample))
})

test('JSON: empty fields are left out, a number as id becomes a text', () => {
  const event = {
    Event: 'change_external_tag',
    ChangeType: 'shuffle',
    StrategyId: 1,
    Id: '',
    Later: { Ids: [1, true] },
  }
  const read = { ...event, StrategyId: '1', Id: undefined, Later: { Ids: ['1', 'true'] } }
  expect(parseEvent(`\u{feff}${JSON.stringify(event)}`)).toEqual(read)
})

test.each<[string, object]>([
  [
    'event-add-external-contact-self-built',
    {
      ToUserName: 'ww0123456789abcdef',
      FromUserName: 'sys',
      CreateTime: 1735689661,
      MsgType: 'event',
      Event: 'change_external_contact',
      ChangeType: 'add_external_contact',
      UserID: 'lisi',
      ExternalUserID: 'wmVECTOR0000000000000000000000AA',
      State: '展会渠道',
      WelcomeCode: 'VECTOR_WELCOME_CODE_0123456789abcdef',
      welcome: { welcome_code: 'VECTOR_WELCOME_CODE_0123456789abcdef', expiresAt: 1735689681_000 },
    },
  ],
  [
    'command-suite-ticket-third-party',
    {
      SuiteId: 'wwfedcba9876543210',
      InfoType: 'suite_ticket',
      TimeStamp: 1735689720,
      SuiteTicket: 'vector-suite-ticket-012345678901234567890',
    },
  ],
  ['empty-receiveid-json-plaintext', { unknown: { hello: 'vector', n: 1, pad: 'xxxxxxxxxx' } }],
  [
    'official-post',
    {
      unknown: {
        ToUserName: 'wx5823bf96d3bd56c7',
        FromUserName: 'mycreate',
        CreateTime: '1409659813',
        MsgType: 'text',
        Content: 'hello',
        MsgId: '4561255354251345929',
        AgentID: '218',
      },
    },
  ],
])('vector %s', (id, event) => {
  const { message } = goodVectors.find((vector) => vector.id === id) ?? expect.fail(`no vector ${id}`)
  expect(parseEvent(message)).toEqual(event)
})

test.each([
  ['of one', '<MemChangeList><Item>wm1</Item></MemChangeList>', { MemChangeList: { Item: ['wm1'] } }],
  ['of many', '<MemChangeList><Item>a</Item><Item>b</Item></MemChangeList>', { MemChangeList: { Item: ['a', 'b'] } }],
  ['of none', '<MemChangeList></MemChangeList>', {}],
])('a list %s', (_what, list, fields) => {
  const text = `<xml><Event>change_external_chat</Event><ChangeType>update</ChangeType>${list}</xml>`
  expect(parseEvent(text)).toEqual({ Event: 'change_external_chat', ChangeType: 'update', ...fields })
})

test.each([
  ['XML', toXml],
  ['JSON', JSON.stringify],
])('a list of one in an event that is not known: %s', (_form, write) => {
  const event = { Event: 'change_external_chat', ChangeType: 'added_later', MemChangeList: { Item: 'wm1' } }
  expect(parseEvent(write(event))).toEqual({ unknown: { ...event, MemChangeList: { Item: ['wm1'] } } })
})

test.each(['soon', '12a', 'a12', '1735689661000000000', '0x10', '1e3', '1.5'])(
  'what should be a number and is none stays as it is: %s',
  (time) => {
    const text = `<xml><InfoType>suite_ticket</InfoType><TimeStamp>${time}</TimeStamp><SuiteTicket>1</SuiteTicket></xml>`
    expect(parseEvent(text)).toEqual({ InfoType: 'suite_ticket', TimeStamp: time, SuiteTicket: '1' })
  },
)

test('a number of 15 digits, and a negative one', () => {
  const text = '<xml><InfoType>suite_ticket</InfoType><TimeStamp>999999999999999</TimeStamp><Price>-1</Price></xml>'
  expect(parseEvent(text)).toEqual({ InfoType: 'suite_ticket', TimeStamp: 999_999_999_999_999, Price: -1 })
})

test.each([
  ['lists', `{"Event":${'['.repeat(60_000)}${']'.repeat(60_000)}}`],
  ['objects', `${'{"Event":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['17 levels', `${'{"Event":'.repeat(18)}1${'}'.repeat(18)}`],
])('JSON that is nested too deeply is refused: %s', async (_what, text) => {
  expect(await refusalOf(() => parseEvent(text))).toBe('json')
})

test('JSON of 16 levels is read', () => {
  expect(parseEvent(`${'{"Event":'.repeat(17)}1${'}'.repeat(17)}`)).toHaveProperty(`unknown${'.Event'.repeat(17)}`, 1)
})

test.each<[string, object]>([
  ['another family', { Event: 'change_contact', ChangeType: 'create_user', CreateTime: '1735689661' }],
  ['another change', { Event: 'change_external_contact', ChangeType: 'added_later', UserID: 'lisi' }],
  ['a change of another family', { Event: 'change_external_tag', ChangeType: 'dismiss' }],
  ['a family without a change', { Event: 'change_external_contact' }],
  ['an event of apps, in the form for suites', { SuiteId: 'ww1', InfoType: 'upload_media_job_finish' }],
  ['an event of apps with a change', { Event: 'upload_media_job_finish', ChangeType: 'create' }],
  ['an event of suites, in the form for apps', { Event: 'suite_ticket' }],
  ['a change without a family', { ChangeType: 'create' }],
  ['another InfoType', { SuiteId: 'ww1', InfoType: 'unlicensed_notify', TimeStamp: '1735689661' }],
  ['a suite event with a change', { InfoType: 'suite_ticket', ChangeType: 'create' }],
  ['a message', { MsgType: 'text', Content: '你好', MsgId: '4561255354251345929' }],
  ['names of what objects have', { Event: 'constructor', ChangeType: 'name', InfoType: 'toString' }],
  ['nothing', {}],
])('%s is unknown, and comes through as it is', (_what, fields) => {
  expect(parseEvent(toXml(fields))).toEqual({ unknown: fields })
})

test('types: known names narrow, and never to an unknown event', () => {
  expectTypeOf(narrow).toBeFunction()
  expectTypeOf<EventNamed<'change_external_chat'>['ChangeType']>().toEqualTypeOf<'create' | 'update' | 'dismiss'>()
  expectTypeOf<EventNamed<'change_external_chat.create'>>().toEqualTypeOf<ChatCreateEvent>()
  expectTypeOf<EventNamed<'create'>>().toEqualTypeOf<ChatCreateEvent | TagCreateEvent>()
  expectTypeOf<EventNamed<'upload_media_job_finish'>>().toEqualTypeOf<UploadMediaJobFinishEvent>()
  expectTypeOf<EventNamed<'suite_ticket'>>().toEqualTypeOf<SuiteTicketEvent>()
})

function narrow(event: CallbackEvent): void {
  switch (event.ChangeType) {
    case 'add_external_contact':
      expectTypeOf(event).toEqualTypeOf<AddExternalContactEvent>()
      expectTypeOf(event.welcome).toEqualTypeOf<Welcome | undefined>()
      break
    case 'create':
      expectTypeOf(event).toEqualTypeOf<ChatCreateEvent | TagCreateEvent>()
      if (event.Event === 'change_external_chat') {
        expectTypeOf(event).toEqualTypeOf<Extract<ChatCreateEvent, { Event: string }>>()
        expectTypeOf(event.CreateTime).toEqualTypeOf<number>()
        expectTypeOf(event.ToUserName).toEqualTypeOf<string>()
      }
      if (event.InfoType) expectTypeOf(event.AuthCorpId).toEqualTypeOf<string>()
      break
    // @ts-expect-error no event has this name
    case 'craete':
      break
  }
  if (event.InfoType === 'suite_ticket') expectTypeOf(event).toEqualTypeOf<SuiteTicketEvent>()
  if ('unknown' in event) expectTypeOf(event).toEqualTypeOf<UnknownEvent>()
}
