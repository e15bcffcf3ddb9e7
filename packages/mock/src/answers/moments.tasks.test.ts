import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

const text = { content: '样板间开放' }
const senders = (user_list: string[], department_list: number[] = []): object => ({
  sender_list: { user_list, department_list },
})
const tags = (...tag_list: string[]): object => ({ external_contact_list: { tag_list } })
const ok = { errcode: 0, errmsg: 'ok' }

interface TestCorp {
  readonly corp: FakeCorp
  readonly create: (body: object, secret?: string) => Record<string, unknown>
  readonly query: (jobid: unknown, secret?: string) => Record<string, unknown>
  /** Starts a task that creates a moment, moves the clock until the task is finished, and returns its `result`. */
  readonly result: (body: object, secret?: string) => Record<string, unknown>
  /**
   * Creates a moment. Returns the external_userids of the customers who may see it, by the userid of each member whom
   * WeCom asks to publish it.
   */
  readonly viewersOf: (body: object, secret?: string) => Record<string, string[]>
}

function open(): TestCorp {
  const corp = createFakeCorp({ state: smallCorp() })
  const create = (body: object, secret?: string): Record<string, unknown> =>
    createRawCaller(corp, secret).post('externalcontact/add_moment_task', { text, ...body })
  const query = (jobid: unknown, secret?: string): Record<string, unknown> =>
    createRawCaller(corp, secret).get('externalcontact/get_moment_task_result', { jobid: String(jobid) })
  const result = (body: object, secret?: string): Record<string, unknown> => {
    const { jobid } = create(body, secret)
    corp.clock.advance({ seconds: 10 })
    return query(jobid, secret)['result'] as Record<string, unknown>
  }
  return {
    corp,
    create,
    query,
    result,
    viewersOf: (body, secret) => {
      const { publications = [] } = corp.moments.find(String(result(body, secret)['moment_id'])) ?? {}
      return Object.fromEntries(publications.map(({ userid, chosen }) => [userid, chosen]))
    },
  }
}

test('a task is begun, being created, and finished, by the clock', () => {
  const { corp, create, query } = open()
  const { jobid } = create({})
  const type = 'add_moment_task'

  expect(String(jobid).length).toBeLessThanOrEqual(64)
  expect(query(jobid)).toEqual({ ...ok, status: 1, type })
  corp.clock.advance({ seconds: 1 })
  expect(query(jobid)).toEqual({ ...ok, status: 2, type })
  expect(corp.moments.list()).toEqual([])
  corp.clock.advance({ seconds: 2 })
  expect(query(jobid)).toEqual({
    ...ok,
    status: 3,
    type,
    result: { ...ok, moment_id: expect.stringMatching(/^mom[\w-]+$/) },
  })
  expect(corp.moments.list()).toMatchObject([{ create_time: smallCorpTime + 3, create_type: 0, visible_type: 1, text }])
})

test('a result is kept for 24 hours, for the app that asked', () => {
  const { corp, create, query } = open()
  const { jobid } = create({})
  corp.clock.advance({ hours: 23, minutes: 59 })

  expect(query(jobid)).toMatchObject({ status: 3 })
  expect(query(jobid, 'secret-sales')).toMatchObject({ errcode: 40088 })
  expect(query('x')).toMatchObject({ errcode: 40088 })
  corp.clock.advance({ minutes: 1 })
  expect(query(jobid)).toMatchObject({ errcode: 40089 })
})

test('a pending task continues in a copy of the corp', () => {
  const { corp, create } = open()
  const { jobid } = create({ visible_range: { external_contact_list: { tag_list: ['et1'] } } })
  corp.clock.advance({ seconds: 2 })
  const copy = createFakeCorp({ state: corp.state() })
  copy.clock.advance({ seconds: 1 })
  corp.clock.advance({ seconds: 1 })

  expect(copy.momentJobs.list()).toMatchObject([{ jobid, result: { errcode: 0 } }])
  expect(copy.moments.list()).toHaveLength(1)
})

test('resolves the publishing members and the customers', () => {
  const { viewersOf } = open()

  expect(viewersOf({})).toEqual({ anna: ['wm1', 'wm2', 'wo3'], ben: [], dora: ['wm1'], fay: [] })
  expect(viewersOf({}, 'secret-sales')).toEqual({ anna: ['wm1', 'wm2', 'wo3'], ben: [] })
  expect(viewersOf({ visible_range: senders(['dora'], [4]) })).toEqual({ anna: ['wm1', 'wm2', 'wo3'], dora: ['wm1'] })
  expect(viewersOf({ visible_range: tags('st1') })).toEqual({ anna: ['wm1'] })
  expect(viewersOf({ visible_range: { ...senders(['anna', 'dora']), ...tags('et1') } })).toEqual({
    anna: ['wm1'],
    dora: [],
  })
})

test('the result names the ids that were left out; tags make a moment visible to some customers', () => {
  const { corp, result } = open()
  const visible_range = {
    sender_list: { user_list: ['anna', 'nobody', 'dora', 'carl'], department_list: [4, 3, 99] },
    external_contact_list: { tag_list: ['et1', 'et9'] },
  }

  expect(result({ visible_range }, 'secret-sales')).toEqual({
    ...ok,
    moment_id: expect.any(String),
    invalid_sender_list: { user_list: ['nobody', 'dora', 'carl'], department_list: [3, 99] },
    invalid_external_contact_list: { tag_list: ['et9'] },
  })
  expect(corp.moments.list()).toMatchObject([{ visible_type: 0, publications: [{ userid: 'anna', chosen: ['wm1'] }] }])
})

const image = { msgtype: 'image', image: { media_id: 'x' } }
const link = { msgtype: 'link', link: { url: 'https://example.com', media_id: 'x' } }
const video = { msgtype: 'video', video: { media_id: 'x' } }

test.for([
  ['nothing', { text: undefined }, 41089],
  ['an empty text', { text: { content: '' }, attachments: [] }, 41089],
  ['a text that is none', { text: 'x' }, 40058],
  ['attachments that are none', { attachments: [7] }, 40058],
  ['ten images', { attachments: Array.from({ length: 10 }, () => image) }, 41064],
  ['two videos', { attachments: [video, video] }, 41064],
  ['mixed kinds', { attachments: [image, link] }, 41065],
  ['an unknown kind', { attachments: [{ msgtype: 'file', file: { media_id: 'x' } }] }, 41065],
  ['a link without a cover', { attachments: [{ msgtype: 'link', link: { url: 'https://x' } }] }, 40058],
  ['2001 Chinese characters', { text: { content: '长'.repeat(2001) } }, 40058],
  ['4001 letters', { text: { content: 'x'.repeat(4001) } }, 40058],
] as const)('refused at once: %s', ([, body, errcode]) => {
  expect(open().create(body)).toMatchObject({ errcode })
})

test('texts count by width: 2000 Chinese characters or 4000 letters', () => {
  const { create } = open()

  expect(create({ text: { content: '长'.repeat(2000) } })).toMatchObject({ errcode: 0 })
  expect(create({ text: { content: 'x'.repeat(4000) } })).toMatchObject({ errcode: 0 })
})

test('files that cannot be used come out in the result: the query succeeds, the creation does not', () => {
  const { corp, result } = open()
  const errcodeOf = (media_id: string): unknown =>
    result({ attachments: [{ msgtype: 'image', image: { media_id } }] })['errcode']

  expect(errcodeOf('x')).toBe(40007)
  expect(errcodeOf(uploadedFile(corp, 'image'))).toBe(40007)
  expect(errcodeOf(uploadedFile(corp, 'image', 2))).toBe(41072)
  expect(corp.moments.list()).toEqual([])
  expect(errcodeOf(uploadedFile(corp, 'image', 1))).toBe(0)
})

test('ten tasks a minute', () => {
  const { corp, create } = open()
  for (let index = 0; index < 10; index++) expect(create({})).toMatchObject({ errcode: 0 })

  expect(create({}, 'secret-sales')).toMatchObject({ errcode: 41078 })
  corp.clock.advance({ seconds: 59 })
  expect(create({})).toMatchObject({ errcode: 41078 })
  corp.clock.advance({ seconds: 1 })
  expect(create({})).toMatchObject({ errcode: 0 })
})

test('attachments become fields of their own in the list', () => {
  const { corp, result } = open()
  const [picture, film] = [uploadedFile(corp, 'image', 1), uploadedFile(corp, 'video', 1)]
  const linked = { title: '目录', url: 'https://example.com', media_id: picture }
  result({ attachments: [picture, picture].map((media_id) => ({ msgtype: 'image', image: { media_id } })) })
  result({ text: undefined, attachments: [{ msgtype: 'video', video: { media_id: film } }] })
  result({ text: undefined, attachments: [{ msgtype: 'link', link: linked }] })
  const window = { start_time: smallCorpTime, end_time: smallCorpTime + 100 }
  const created = { moment_id: expect.any(String), create_time: expect.any(Number), create_type: 0, visible_type: 1 }

  expect(createRawCaller(corp).post('externalcontact/get_moment_list', window)).toEqual({
    ...ok,
    moment_list: [
      { ...created, text, image: [{ media_id: picture }, { media_id: picture }] },
      { ...created, video: { media_id: film } },
      { ...created, link: { title: '目录', url: 'https://example.com' } },
    ],
    next_cursor: '',
  })
})

test('a task is kept with the fields that WeCom knows', () => {
  const { corp, create } = open()
  const media_id = uploadedFile(corp, 'image', 1)
  const extra = { evil: [[]] }
  create({
    text: { ...text, ...extra },
    attachments: [{ msgtype: 'link', link: { title: '样板间', url: 'https://a', media_id, ...extra }, ...extra }],
    visible_range: {
      sender_list: { user_list: ['anna'], department_list: [2], ...extra },
      external_contact_list: { tag_list: ['et1'], ...extra },
      ...extra,
    },
    ...extra,
  })

  expect(corp.momentJobs.list().map(({ request }) => request)).toEqual([
    {
      text,
      attachments: [{ msgtype: 'link', link: { title: '样板间', url: 'https://a', media_id } }],
      visible_range: {
        sender_list: { user_list: ['anna'], department_list: [2] },
        external_contact_list: { tag_list: ['et1'] },
      },
    },
  ])
})
