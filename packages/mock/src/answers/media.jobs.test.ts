import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
})
const task = { scene: 1, type: 'video', filename: 'a.mp4', url: 'https://example.com/a.mp4', md5: 'a'.repeat(32) }
const start = (body: object = {}) => caller.post('media/upload_by_url', { ...task, ...body })
const read = (jobid: unknown, as = caller) => as.post('media/get_upload_by_url_result', { jobid })

test('a job ends after a while and raises an event without the result', () => {
  const { jobid } = start()
  expect(read(jobid)).toMatchObject({ errcode: 0, status: 1, detail: { errcode: 0 } })
  corp.clock.advance({ seconds: 10 })

  expect(corp.events.list()).toEqual([
    { Event: 'upload_media_job_finish', JobId: jobid, CreateTime: corp.clock.seconds() },
  ])
  const done = read(jobid)
  expect(done).toMatchObject({
    status: 2,
    detail: { errcode: 0, media_id: expect.any(String), created_at: String(corp.clock.seconds()) },
  })
})

test('a fetched file can be used in group welcomes, and not in messages to customers', () => {
  const { jobid } = start()
  corp.clock.advance({ seconds: 10 })
  const { media_id } = read(jobid)['detail'] as { media_id: string }
  const { external_userid } = corp.people.customerAddsMember({ userid: 'anna' })
  const welcome_code = corp.events.list().at(-1)?.['WelcomeCode']
  const attachments = [{ msgtype: 'video', video: { media_id } }]

  expect(caller.post('externalcontact/group_welcome_template/add', { video: { media_id } })).toMatchObject({
    errcode: 0,
  })
  expect(
    caller.post('externalcontact/add_msg_template', { external_userid: [external_userid], attachments }),
  ).toMatchObject({ errcode: 40007 })
  expect(caller.post('externalcontact/send_welcome_msg', { welcome_code, attachments })).toMatchObject({
    errcode: 40007,
  })
})

test('a job that fails says why', () => {
  const { jobid } = start()
  corp.people.mediaDownloadFails({ jobid: String(jobid), errcode: 301019 })
  corp.clock.advance({ seconds: 10 })

  expect(read(jobid)).toMatchObject({
    errcode: 0,
    status: 3,
    detail: { errcode: 301019, errmsg: 'md5 does not match' },
  })
  expect(() => corp.people.mediaDownloadFails({ jobid: String(jobid) })).toThrow(RangeError)
})

test('a job is known to its app, for an hour', () => {
  const { jobid } = start()

  expect(read(jobid, createRawCaller(corp, 'secret-sales'))).toMatchObject({ errcode: 40088 })
  corp.clock.advance({ hours: 1 })
  expect(read(jobid)).toMatchObject({ errcode: 40088 })
})

test('refuses values that are no URL', () => {
  expect(start({ url: 'ftp://example.com/a' })).toMatchObject({ errcode: 830001 })
  expect(start({ type: 'image' })).toMatchObject({ errcode: 40058 })
})

test('a job continues in a copy of the corp', () => {
  const { jobid } = start()
  const copy = createFakeCorp({ state: corp.state() })
  copy.clock.advance({ seconds: 10 })

  expect(read(jobid, createRawCaller(copy, 'secret-all'))).toMatchObject({ status: 2 })
})
