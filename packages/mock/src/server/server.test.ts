import { listContactIds, transferContacts } from '@wecom/contacts'
import { corpToken, createClient } from '@wecom/core'
import { get as httpGet } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'
import { type MockServer, listen } from './listen.ts'

const corp = createFakeCorp({ state: smallCorp() })
let server: MockServer
beforeEach(async () => {
  corp.reset()
  server = await listen(corp)
})
afterEach(() => server.close())

async function control(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> {
  const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body)
  const response = await fetch(`${server.url}/__corp/${path}`, { method, body: text })
  return { status: response.status, json: await response.json() }
}

test('the real client: read, transfer, a day later', async () => {
  const client = createClient({
    baseUrl: server.url,
    token: corpToken({ corpId: 'wwsmall', secret: 'secret-all' }),
    strict: true,
  })
  const before = await listContactIds(client, { userid: 'anna' })
  await transferContacts(client, { handover_userid: 'anna', takeover_userid: 'ben', external_userid: ['wm2'] })
  await control('POST', 'clock', { advance: { hours: 24 } })

  expect(before.external_userid).toEqual(['wm1', 'wm2', 'wo3'])
  expect(await listContactIds(client, { userid: 'ben' })).toEqual({ external_userid: ['wm2'] })
  expect(corp.journal.list('listContactIds').map(({ errcode }) => errcode)).toEqual([0, 42001, 0])
})

test('answers have a content type, and errmsg the address of the caller', async () => {
  const response = await fetch(`${server.url}/cgi-bin/externalcontact/list`)

  expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
  expect(await response.json()).toMatchObject({
    errcode: 41001,
    errmsg: expect.stringContaining('from ip: 127.0.0.1'),
    external_userid: [],
  })
})

test('unknown paths are 404 without a body', async () => {
  for (const path of ['/', '/cgi-bin/nothing', '/favicon.ico']) {
    const response = await fetch(server.url + path)
    expect([response.status, await response.text()]).toEqual([404, ''])
  }
})

test('faults on the wire', async () => {
  const url = `${server.url}/cgi-bin/getcallbackip`
  await control('POST', 'faults', { kind: 'reset', endpoint: 'listCallbackIps' })
  await expect(fetch(url)).rejects.toThrow(TypeError)
  await control('POST', 'faults', { kind: 'status', status: 502, times: 2 })
  expect((await fetch(url)).status).toBe(502)
  expect((await control('GET', 'faults')).json).toEqual({ faults: [{ kind: 'status', status: 502, times: 1 }] })
  await control('POST', 'faults', { kind: 'lag', lagMs: 3000, endpoint: 'getContact' })
  expect((await control('GET', 'faults')).json).toMatchObject({ faults: [{}, { kind: 'lag', lagMs: 3000, times: 1 }] })
  expect((await control('DELETE', 'faults')).json).toEqual({ faults: [] })
  expect((await fetch(url)).status).toBe(200)
})

test('control: limits, of calls that a delay holds in flight', async () => {
  const url = `${server.url}/cgi-bin/getcallbackip`
  const limit = { kind: 'concurrency', endpoint: 'listCallbackIps', inFlight: 1 }
  const errcode = async (): Promise<unknown> => ((await (await fetch(url)).json()) as { errcode: number }).errcode
  expect(await control('POST', 'limits', limit)).toEqual({ status: 200, json: { limits: [limit] } })
  expect([await errcode(), await errcode()]).toEqual([41001, 41001])
  await control('POST', 'faults', { kind: 'delay', delayMs: 600_000 })
  const hangUp = new AbortController()
  const delayedCall = fetch(url, { signal: hangUp.signal }).catch(() => 'hung up')
  await vi.waitFor(() => expect(corp.journal.list()).toHaveLength(3), 20_000)
  expect(await errcode()).toBe(45033)
  hangUp.abort()
  expect(await delayedCall).toBe('hung up')
  await vi.waitFor(async () => expect(await errcode()).toBe(41001), 20_000)
  await control('POST', 'faults', { kind: 'delay', delayMs: 1 })
  expect([await errcode(), await errcode()]).toEqual([41001, 41001])

  expect((await control('POST', 'limits', { kind: 'documented' })).json).toMatchObject({ limits: { length: 6 } })
  expect((await control('DELETE', 'limits')).json).toEqual({ limits: [] })
  expect((await control('GET', 'limits')).json).toEqual({ limits: [] })
})

test('a server that closes does not wait for delayed answers', async () => {
  await control('POST', 'faults', { kind: 'delay', delayMs: 600_000 })
  const answer = fetch(`${server.url}/cgi-bin/getcallbackip`)
  const failed = expect(answer).rejects.toThrow(TypeError)
  await vi.waitFor(() => expect(corp.journal.list()).toHaveLength(1), 20_000)
  await server.close()

  await failed
})

test('control: state, and back into it', async () => {
  const { json: state } = await control('GET', 'state')
  await control('POST', 'reset', { state: 'demo' })
  expect(corp.customers.list()).toHaveLength(40)
  expect((await control('POST', 'reset', { state: state })).status).toBe(200)
  expect((await control('GET', 'state')).json).toEqual(state)
  await control('POST', 'reset', { state: 'empty' })
  expect(corp.members.list()).toEqual([])
  await control('POST', 'reset')

  expect((await control('GET', 'state')).json).toEqual(state)
})

test('control: clock', async () => {
  const start = smallCorpTime * 1000

  const now = '2026-03-01T09:00:00.000Z'
  expect((await control('GET', 'clock')).json).toEqual({ now, ms: start, runs: false })
  expect((await control('POST', 'clock', { advanceMs: 1500 })).json).toMatchObject({ ms: start + 1500 })
  expect((await control('POST', 'clock', { advance: { days: 1 } })).json).toMatchObject({ ms: start + 86_401_500 })
  expect((await control('POST', 'clock', { set: '2026-04-01T00:00:00Z' })).json).toMatchObject({
    now: '2026-04-01T00:00:00.000Z',
  })
})

test('control: a clock that runs moves with every call, until it is stopped', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-01T00:00:00Z') })
  try {
    await control('POST', 'clock', { set: 'now' })
    await control('POST', 'clock', { run: true })
    vi.setSystemTime('2026-05-01T00:00:30Z')
    expect((await control('GET', 'clock')).json).toMatchObject({ now: '2026-05-01T00:00:30.000Z', runs: true })
    vi.setSystemTime('2026-05-01T00:00:40Z')
    await fetch(`${server.url}/cgi-bin/getcallbackip`)
    expect(corp.journal.list()).toMatchObject([{ at: Date.parse('2026-05-01T00:00:40Z') }])
    await control('POST', 'clock', { run: false })
    vi.setSystemTime('2026-05-01T00:00:50Z')

    expect((await control('GET', 'clock')).json).toMatchObject({ now: '2026-05-01T00:00:40.000Z', runs: false })
  } finally {
    vi.useRealTimers()
  }
})

test('answers while a test in the same process has stopped the clock', async () => {
  vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout', 'setInterval', 'Date'] })
  try {
    expect((await fetch(`${server.url}/cgi-bin/externalcontact/nothing`)).status).toBe(404)
  } finally {
    vi.useRealTimers()
  }
})

test('a running clock: due actions happen between calls', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  try {
    const other = createFakeCorp({ state: smallCorp(), clock: 'running' })
    const running = await listen(other)
    const due = vi.fn<() => void>()
    other.clock.at(other.clock.now() + 1000, due)
    vi.advanceTimersByTime(800)
    expect(due).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(due).toHaveBeenCalledOnce()
    await running.close()

    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('control: requests and tokens', async () => {
  const gettoken = `${server.url}/cgi-bin/gettoken?corpid=wwsmall&corpsecret=secret-all`
  await fetch(gettoken)
  await fetch(`${server.url}/cgi-bin/getcallbackip`)

  expect((await control('GET', 'requests')).json).toMatchObject({ requests: [{ errcode: 0 }, { errcode: 41001 }] })
  expect((await control('GET', 'requests?endpoint=listCallbackIps')).json).toMatchObject({
    requests: [{ path: '/cgi-bin/getcallbackip' }],
  })
  expect(await control('GET', 'requests?endpoint=listCallbackIp')).toEqual({
    status: 400,
    json: { path: 'endpoint', error: expect.stringContaining('did you mean listCallbackIps or ') },
  })
  expect((await control('GET', 'requests?endpoint=/cgi-bin/nothing')).json).toEqual({ requests: [] })
  expect((await control('POST', 'tokens/revoke')).json).toEqual({ revoked: 1 })
  expect((await control('POST', 'tokens/revoke', { token: 'other' })).json).toEqual({ revoked: 0 })
  expect((await control('DELETE', 'requests')).json).toEqual({ requests: [] })
  expect(corp.journal.list()).toEqual([])
})

test.for([
  ['clock', {}, '', 'give exactly one of advanceMs'],
  ['clock', { advanceMs: 1, run: true }, '', 'give exactly one of advanceMs'],
  ['clock', { advance: { hour: 1 } }, 'advance.hour', 'is not a known field'],
  ['clock', { advance: { hours: 'many' } }, 'advance.hours', 'Invalid type'],
  ['clock', { advance: { hours: -1 } }, 'advance', 'cannot go back'],
  ['clock', { advance: { days: 1e12 } }, 'advance', 'is not a date'],
  ['clock', { set: 'soon' }, 'set', 'Invalid timestamp'],
  ['clock', { set: '2000-01-01T00:00:00Z' }, 'set', 'cannot go back'],
  ['clock', '{', '', 'JSON'],
  ['faults', { kind: 'quake' }, 'kind', 'kind must be errcode, status,'],
  ['faults', { kind: 'errcode' }, 'errcode', 'is required'],
  ['faults', { kind: 'reset', times: 0 }, 'times', 'Invalid'],
  ['faults', { kind: 'delay', delayMs: 3e9 }, 'delayMs', 'must be from 0 to 2147483647 milliseconds, got 3000000000'],
  ['faults', { kind: 'lag', lagMs: 3000, delayMs: 5 }, 'delayMs', 'is not a known field'],
  ['faults', { kind: 'cursor-empty', endpoint: 'getGroupChat' }, 'endpoint', 'applies only to lists with a cursor'],
  ['faults', { kind: 'errcode', errcode: 0 }, 'errcode', '0 means success'],
  [
    'faults',
    { kind: 'reset', endpoint: 'getContcat' },
    'endpoint',
    'There is no endpoint getContcat; did you mean getContact or ',
  ],
  ['faults', { kind: 'reset', endpoint: '/externalcontact/list' }, 'endpoint', ' /cgi-bin/externalcontact/list '],
  ['limits', { kind: 'rate', calls: 1 }, 'perMs', 'is required'],
  ['limits', { kind: 'conflict', endpoint: 'markCustomerTag' }, 'endpoint', 'did you mean markCustomerTags or '],
  ['limits', { kind: 'tide' }, 'kind', 'kind must be rate, concurrency, conflict or documented'],
  ['reset', { state: 'huge' }, 'state', 'give "demo", "empty", {"generate":{"members":N,"customers":N}}, or an object'],
  ['reset', { state: { generate: { members: 0, customers: 1 } } }, 'generate.members', 'Invalid value'],
  ['reset', { state: { members: [{ userid: 7 }] } }, 'members[0].userid', 'Invalid type'],
  ['reset', { state: [] }, '', 'must be an object, not a list'],
  ['reset', [], '', 'must be an object, not a list'],
  ['tokens/revoke', [], '', 'must be an object, not a list'],
  ['clock', { advance: [] }, 'advance', 'must be an object, not a list'],
  ['clock', { set: '2026-04-31T00:00:00Z' }, 'set', 'this day does not exist'],
  ['reset', { states: {} }, 'states', 'is not a known field'],
  ['tokens/revoke', { token: 7 }, 'token', 'Invalid type'],
  [
    'people/memberLeaves',
    { userid: 'carl' },
    'userid',
    'Member carl has left the corp; members: anna, ben, dora, emil',
  ],
  ['people/memberLeaves', {}, 'userid', 'is required'],
  ['people/customerAddsMember', { userid: 'nobody' }, 'userid', 'There is no member nobody; members: anna,'],
  ['people/customerDeletesMember', { userid: 'anna', external_userid: 'wm9' }, 'external_userid', 'no customer wm9'],
  ['people/memberTagsCustomer', { userid: 'anna', external_userid: 'wm1', add_tag: ['et9'] }, 'add_tag', 'no tag'],
  ['people/groupDismissed', { chat_id: 'wr9' }, 'chat_id', 'There is no group chat wr9'],
  ['people/suiteTicketPushed', { suite_id: 'ww9' }, 'suite_id', 'There is no suite ww9'],
  [
    'people/customerRefusesTransfer',
    { external_userid: 'wm1' },
    'external_userid',
    'Customer wm1 has no transfer in progress',
  ],
  ['people/mediaDownloadFails', { jobid: 'j9' }, 'jobid', 'No upload job j9 is in progress'],
  ['people/memberPublishesMoment', { userid: 'anna', moment_id: 'm9' }, 'moment_id', 'There is no moment m9'],
  [
    'people/memberLikesMoment',
    { userid: 'anna', moment_id: 'm9', by: 'nobody' },
    'by',
    'There is no member nobody; members: anna,',
  ],
] as const)('control: POST %s %j is refused at "%s"', async ([path, body, place, error]) => {
  const before = corp.state()

  expect(await control('POST', path, body)).toEqual({
    status: 400,
    json: { path: place, error: expect.stringContaining(error) },
  })
  expect(corp.state()).toEqual(before)
})

test('control: people act, and their events can be read', async () => {
  const pair = { userid: 'anna', external_userid: 'wm2' }
  const event = {
    Event: 'change_external_contact',
    ChangeType: 'del_external_contact',
    UserID: 'anna',
    ExternalUserID: 'wm2',
    CreateTime: smallCorpTime,
  }

  expect(await control('POST', 'people/memberDeletesCustomer', pair)).toEqual({
    status: 200,
    json: { events: [event], parting: { ...pair, by: 'member', at: smallCorpTime } },
  })
  expect(await control('GET', 'events')).toEqual({ status: 200, json: { events: [event] } })
  expect(await control('DELETE', 'events')).toEqual({ status: 200, json: { events: [] } })
  expect(corp.events.list()).toEqual([])
})

test('files over the wire: up as a form, down by parts, errors as JSON', async () => {
  const { access_token } = corp.tokens.fetch(corp.apps.list()[0] ?? fail())
  const form = new FormData()
  form.set('media', new File(['0123456789'], '数.txt', { type: 'text/plain' }))
  const path = `${server.url}/cgi-bin/media`
  const up = await fetch(`${path}/upload?type=file&access_token=${access_token}`, { method: 'POST', body: form })
  const { media_id } = (await up.json()) as { media_id: string }
  const get = (id: string) =>
    fetch(`${path}/get?media_id=${id}&access_token=${access_token}`, { headers: { range: 'bytes=2-4' } })
  const part = await get(media_id)

  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
  expect(part.headers.get('content-type')).toBe('text/plain')
  expect(await (await get('x')).json()).toMatchObject({ errcode: 40007 })
})

function fail(): never {
  throw new Error('the corp has no app')
}

test('control: an unknown path lists the known paths', async () => {
  expect(await control('GET', 'nothing')).toEqual({
    status: 404,
    json: { error: 'there is no GET /__corp/nothing', available: expect.arrayContaining(['GET /__corp/state']) },
  })
})

test('a body that is nested as deep as can be is refused, and written into the journal', async () => {
  const depth = 200_000
  const nested = `{"userid":${'['.repeat(depth)}${']'.repeat(depth)}}`
  const { access_token } = corp.tokens.fetch(corp.apps.list()[0] ?? fail())
  const remark = `${server.url}/cgi-bin/externalcontact/remark?access_token=${access_token}`
  const refused = await fetch(remark, { method: 'POST', body: nested })

  expect(await refused.json()).toMatchObject({ errcode: 40058 })
  for (const path of ['people/memberLeaves', 'reset', 'events', 'faults', 'clock']) {
    expect((await control('POST', path, nested)).status).toBe(400)
  }
  expect((await control('GET', 'requests')).json).toMatchObject({ requests: [{ errcode: 40058 }] })
})

test('a body that is too long is 413', async () => {
  const response = await fetch(`${server.url}/cgi-bin/gettoken`, {
    method: 'POST',
    body: 'x'.repeat(24 * 1024 * 1024 + 1),
  })

  expect(response.status).toBe(413)
})

test('connections are kept', async () => {
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  const request = 'GET /cgi-bin/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const answers = await new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += String(chunk)
      if (text.split('HTTP/1.1 404').length === 3) resolve(text)
    })
    socket.write(request + request)
  })
  socket.destroy()

  expect(answers.toLowerCase()).toContain('connection: keep-alive')
})

test('a reset breaks the connection for pipelined calls, too', async () => {
  corp.faults.add({ kind: 'reset', endpoint: 'listCallbackIps' })
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write('GET /cgi-bin/nothing HTTP/1.1\r\nHost: x\r\n\r\nGET /cgi-bin/getcallbackip HTTP/1.1\r\nHost: x\r\n\r\n')

  expect(await new Promise((resolve) => socket.once('error', resolve))).toMatchObject({ code: 'ECONNRESET' })
  expect(corp.journal.list().map(({ status }) => status)).toEqual([404, 0])
})

test('only this machine is served, unless told', async () => {
  await expect(listen(corp, { host: '0.0.0.0' })).rejects.toThrow('allow that with allowRemote')
  await expect(listen(corp, { port: Number(new URL(server.url).port) })).rejects.toThrow('EADDRINUSE')
})

/** Sends a request with headers that `fetch` does not allow, and returns the status. */
function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpGet(`${server.url}${path}`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).once('error', reject)
  })
}

test.for([
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ host: 'evil.example:8090' }],
  [{ host: '127.0.0.1.evil.example' }],
])('control: a foreign web page gets 403: %j', async ([headers = {}]) => {
  expect(await statusOf('/__corp/state', headers)).toBe(403)
  expect(await statusOf('/cgi-bin/gettoken', headers)).toBe(200)
})

test.for([
  [{ origin: 'http://localhost:5173' }],
  [{ 'sec-fetch-site': 'same-origin' }],
  [{ host: 'localhost:1' }],
  [{ host: '[::1]:1' }],
])('control: a page of this machine is let in: %j', async ([headers = {}]) => {
  expect(await statusOf('/__corp/state', headers)).toBe(200)
})

test('control: latency and failure rate of all calls', async () => {
  expect(await control('GET', 'conditions')).toEqual({ status: 200, json: { latency: 0, failureRate: 0 } })
  expect(await control('PUT', 'conditions', { failureRate: 1 })).toEqual({
    status: 200,
    json: { latency: 0, failureRate: 1 },
  })
  const response = await fetch(`${server.url}/cgi-bin/gettoken?corpid=wwsmall&corpsecret=secret-all`)
  expect(await response.json()).toMatchObject({ errcode: -1 })
  expect(await control('PUT', 'conditions', { failureRate: 2 })).toMatchObject({ status: 400 })
  await control('PUT', 'conditions', { failureRate: 0 })
})
