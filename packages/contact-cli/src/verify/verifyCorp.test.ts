import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { type Fetch, corpToken, createClient } from '@wecom/core'
import { expect, test } from 'vitest'
import type { Difference } from './compareAnswers.ts'
import { type FakeCorp, startFakeCorp } from './fixtures/fakeCorp.ts'
import { objectsAt, pathOf, tamper } from './fixtures/tamper.ts'
import type { CallReport, Report } from './Report.ts'
import { verifyCorp } from './verifyCorp.ts'

const customerPage = '/cgi-bin/externalcontact/batch/get_by_user'

function verify({ url, corpId, secret, now }: FakeCorp, over: Fetch = fetch): Promise<Report> {
  const client = createClient({ token: corpToken({ corpId, secret }), baseUrl: url, fetch: over, retry: false })
  return verifyCorp(client, { now })
}

function callOf({ calls }: Report, name: string): CallReport {
  return calls.find(({ call }) => call === name) ?? expect.fail(`${name} is not in the report`)
}

function allDifferences({ calls }: Report): Record<string, readonly Difference[]> {
  return Object.fromEntries(
    calls.flatMap(({ call, differences }) => (differences.length > 0 ? [[call, differences]] : [])),
  )
}

test('default', async () => {
  const report = await verify(await startFakeCorp())

  expect(allDifferences(report)).toEqual({})
  expect(report.totals).toMatchObject({ differences: 0, failures: 0 })
  expect(callOf(report, 'getContact')).toMatchObject({ answers: 3, differences: [], refusals: [], failures: [] })
  expect(report.calls.flatMap(({ call, answers }) => (answers === 0 ? [call] : []))).toMatchInlineSnapshot(`
    [
      "getContactTransferResultLegacy",
      "convertGroupChatExternalUserids",
      "getContactWay",
      "getAcquisitionPermit",
      "getAcquisitionComponentAuth",
      "convertToServiceExternalUserid",
      "convertExternalUseridsToPendingIds",
      "getNewExternalUserids",
      "getOpenidMigration",
      "convertExternalTagids",
      "convertChatIds",
      "getMedia",
      "getHdVoice",
      "getMediaUploadResult",
      "getMomentTaskResult",
      "getGroupWelcomeTemplate",
      "getGroupChatJoinWay",
      "getAcquisitionChatInfo",
      "convertOpenGidToChatId",
      "convertFromServiceExternalUserid",
      "convertTmpExternalUserids",
      "convertUnionidToExternalUserid",
      "convertUnionidToExternalUseridLegacy",
      "convertUnionidToCorpGroupExternalUserids",
      "convertUnionidToCorpGroupPendingId",
    ]
  `)
})

test('behavior: lists are read for two pages', async () => {
  const report = await verify(await startFakeCorp())

  expect(callOf(report, 'batchGetContactsByUser').answers).toBe(2)
  expect(callOf(report, 'listMassMessageSendResults').answers).toBeGreaterThan(2)
})

test('behavior: only reads of the catalogue are sent, beside the one for the token', async () => {
  const sent = new Set<string>()
  await verify(await startFakeCorp(), (input, init) => {
    sent.add(`${init?.method} ${pathOf(input)}`)
    return fetch(input, init)
  })

  const catalogue = listCatalogues().flatMap((name) => loadCatalogue(name).endpoints)
  const effects = [...sent].map(
    (request) => catalogue.find(({ method, path }) => `${method} ${path}` === request)?.effect,
  )
  expect(sent.size).toBeGreaterThan(50)
  expect(new Set(effects)).toEqual(new Set(['read']))
})

test('behavior: a missing field is found', async () => {
  const over = tamper(customerPage, (answer) => {
    const [first] = objectsAt(answer, 'external_contact_list', 'follow_info')
    delete first?.['createtime']
  })

  expect(allDifferences(await verify(await startFakeCorp(), over))).toEqual({
    batchGetContactsByUser: [
      {
        kind: 'missing',
        path: 'external_contact_list[].follow_info.createtime',
        expected: 'integer',
        count: 2,
        of: 40,
      },
    ],
  })
})

test('behavior: a new field is found', async () => {
  const over = tamper('/cgi-bin/externalcontact/get_corp_tag_list', (answer) => {
    for (const tag of objectsAt(answer, 'tag_group', 'tag')) tag['color'] = { red: 1 }
  })

  expect(allDifferences(await verify(await startFakeCorp(), over))).toEqual({
    listCorpTags: [{ kind: 'unknown', path: 'tag_group[].tag[].color', got: 'object', count: 2, of: 2 }],
  })
})

test('behavior: another type is found', async () => {
  const over = tamper('/cgi-bin/externalcontact/groupchat/get', (answer) => {
    for (const member of objectsAt(answer, 'group_chat', 'member_list')) member['type'] = String(member['type'])
  })

  expect(allDifferences(await verify(await startFakeCorp(), over))['getGroupChat']).toEqual([
    {
      kind: 'type',
      path: 'group_chat.member_list[].type',
      expected: 'integer',
      got: 'string',
      count: expect.any(Number) as number,
      of: expect.any(Number) as number,
    },
  ])
})

test('behavior: verifyCorp goes on where an answer lacks what later calls need', async () => {
  const report = await verify(
    await startFakeCorp(),
    tamper('/cgi-bin/externalcontact/get_follow_user_list', (answer) => delete answer['follow_user']),
  )

  expect(allDifferences(report)).toEqual({
    listFollowUsers: [{ kind: 'missing', path: 'follow_user', expected: 'string[]', count: 1, of: 1 }],
  })
  expect(callOf(report, 'getContact')).toMatchObject({ answers: 0, skipped: 'needs a customer; none was found' })
  expect(callOf(report, 'listCorpTags').answers).toBe(1)
})

test('behavior: a refused call is in the report by its errcode', async () => {
  const report = await verify(await startFakeCorp(), (input, init) =>
    pathOf(input) === '/cgi-bin/externalcontact/get'
      ? Promise.resolve(Response.json({ errcode: 48002, errmsg: 'api forbidden for wangfang' }))
      : fetch(input, init),
  )

  expect(callOf(report, 'getContact')).toMatchObject({ answers: 0, refusals: [48002, 48002, 48002], failures: [] })
  expect(JSON.stringify(report)).not.toContain('forbidden')
})

test('behavior: verifyCorp ends after three failures in a row', async () => {
  let calls = 0
  const report = await verify(await startFakeCorp(), (input, init) => {
    if (pathOf(input) === '/cgi-bin/gettoken') return fetch(input, init)
    calls++
    return Promise.resolve(new Response('', { status: 502 }))
  })

  expect(calls).toBe(3)
  expect(report.totals).toMatchObject({ answers: 0, failures: 3 })
  expect(callOf(report, 'getOpenidMigration').skipped).toBe('not called, because 3 calls in a row failed')
})

test('error: no token', async () => {
  const corp = await startFakeCorp()

  await expect(verify({ ...corp, secret: 'wrong' })).rejects.toMatchObject({
    endpoint: 'getAccessToken',
    errcode: 40001,
  })
})
