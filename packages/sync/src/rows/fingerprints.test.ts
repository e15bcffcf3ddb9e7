import type { FollowedContact } from '@wecom/contacts'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { stepped } from '../fixtures/stepped.ts'
import { createWorld } from '../fixtures/world.ts'
import { endRows } from './endings.ts'
import { unknownEntries } from './fingerprints.ts'
import { toReadFollow, writeFollows } from './follows.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase('sqlite::memory:')
  await migrate(database)
})
afterAll(() => database.close())

/**
 * Follow relation as WeCom returns it: an entry in the answer of `batchGetContactsByUser`, or a relation in the answer
 * of `getContact`. Most of the random relations have the values `usual`, so that many pages repeat an earlier entry.
 */
interface ReturnedRelation {
  readonly userid: string
  readonly external_userid: string
  readonly name: string
  readonly remark: string
  readonly createtime: number
  readonly tag_id: readonly string[]
  /** Whether the fields of WeCom's answer are in reverse order. */
  readonly isReversed: boolean
}

/**
 * Step of the random test: writes data that was read from WeCom, ends a relation, or deletes a customer (`forget`).
 * `at` is the time at which the read began, in milliseconds. The time is random, so a step may write older data than
 * the step before.
 */
type Step = { readonly at: number } & (
  | { readonly is: 'page'; readonly relations: readonly ReturnedRelation[] }
  | { readonly is: 'single'; readonly relation: ReturnedRelation }
  | { readonly is: 'end'; readonly userid: string; readonly external_userid: string; readonly by: string }
  | { readonly is: 'forget'; readonly external_userid: string }
)

const userid = fc.constantFrom('lina', 'wangfang')
const external_userid = fc.constantFrom('wm1', 'wm2')
const at = fc.nat(9)
const usual = { name: '甲', remark: '', createtime: 1, tag_id: [], isReversed: false }
const other = fc.record({
  name: fc.constantFrom('甲', '乙'),
  remark: fc.constantFrom('', '老客户'),
  createtime: fc.constantFrom(1, 2),
  tag_id: fc.constantFrom([], ['et1'], ['et1', 'et2']),
  isReversed: fc.boolean(),
})
const relation: fc.Arbitrary<ReturnedRelation> = fc
  .record({ userid, external_userid, fields: fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, other) })
  .map(({ fields, ...key }) => ({ ...key, ...fields }))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('page'), at, relations: fc.array(relation, { maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('single'), at, relation }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('end'),
      at,
      userid,
      external_userid,
      by: fc.constantFrom('unlisted', 'member'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('forget'), at, external_userid }) },
)

function toEntry({ isReversed, ...returned }: ReturnedRelation): FollowedContact {
  const contact = { external_userid: returned.external_userid, name: returned.name, type: 1, gender: 0 }
  const follow_info = {
    userid: returned.userid,
    remark: returned.remark,
    description: '',
    createtime: returned.createtime,
    add_way: 1,
    oper_userid: returned.userid,
    tag_id: [...returned.tag_id],
  }
  const ordered = <Fields extends object>(fields: Fields): Fields =>
    (isReversed ? Object.fromEntries(Object.entries(fields).toReversed()) : fields) as Fields
  return { external_contact: ordered(contact), follow_info: ordered(follow_info) }
}

/**
 * Executes one step of the random test.
 *
 * @param knows - if true, a step `page` writes only the entries that `unknownEntries` returns, as a full run does. If
 *   false, the step writes all entries of the page.
 */
async function play(corpId: string, one: Step, skipsKnown: boolean): Promise<void> {
  const writing = { corpId, now: Date.now, readAt: new Date(one.at) }
  const { build } = database
  switch (one.is) {
    case 'page': {
      const entries = one.relations.map(toEntry)
      const changed = skipsKnown ? await unknownEntries(database, corpId, entries) : entries
      await writeFollows(database, build, changed, { ...writing, source: 'run' })
      return
    }
    case 'single': {
      const { external_contact, follow_info } = toEntry(one.relation)
      const { tag_id = [], ...fields } = follow_info
      const tags = tag_id.map((id) => ({ group_name: '', tag_name: id, tag_id: id, type: 1 as const }))
      const follow = toReadFollow(external_contact, { ...fields, tags })
      await writeFollows(database, build, [follow], { ...writing, source: 'event' })
      return
    }
    case 'end': {
      const key = { corp_id: corpId, userid: one.userid, external_userid: one.external_userid }
      await endRows(database, 'follows', [key], one.at, { ...writing, source: 'run' }, one.by)
      return
    }
    case 'forget':
      for (const table of ['customers', 'follows', 'follow_tags']) {
        const gone = sql`delete from ${sql.table(`wecom_${table}`)}
          where corp_id = ${corpId} and external_userid = ${one.external_userid}`
        await database.execute(gone.compile(build))
      }
  }
}

async function contentOf(corpId: string): Promise<unknown> {
  const list = async (columns: string, from: string): Promise<unknown> => {
    const query = sql<object>`select ${sql.raw(columns)} from ${sql.raw(from)} where corp_id = ${corpId} order by 1, 2`
    return (await database.execute(query.compile(database.build))).rows.map((row) => ({ ...row }))
  }
  return {
    customers: await list('external_userid, name, data, hash, read_at', 'wecom_customers'),
    follows: await list(
      'userid, external_userid, remark, createtime, ended_at, ended_by, data, hash, read_at',
      'wecom_follows',
    ),
    tags: await list('userid || external_userid, tag_id', 'wecom_follow_tags'),
    changes: await list('row_number() over (order by id), kind, row_key, old_data, at', 'wecom_changes'),
  }
}

test('behavior: after any reads, the tables are the same as if every entry of every page were compared', async () => {
  let runs = 0
  let leftOut = 0
  const property = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12, size: 'max' }), async (steps) => {
    const [skipping, comparing] = [`ww${++runs}skipping`, `ww${runs}comparing`]
    for (const one of steps) {
      if (one.is === 'page') {
        leftOut += one.relations.length - (await unknownEntries(database, skipping, one.relations.map(toEntry))).length
      }
      await play(skipping, one, true)
      await play(comparing, one, false)
      expect(await contentOf(skipping)).toEqual(await contentOf(comparing))
    }
  })
  await fc.assert(property, { seed: Number(process.env['SEED'] ?? 20261130), numRuns: 1_000 })
  expect(leftOut).toBeGreaterThan(500)
}, 120_000)

test('behavior: a run in which one relation has changed reads the rows of this one alone', async () => {
  const found: string[] = []
  let isWatched = false
  const { sync, corp, value } = await createWorld({
    wrap: (one) => stepped(one, (name) => isWatched && found.push(name)),
  })
  await sync.run()
  const [{ userid: member, external_userid: customer } = expect.fail()] = corp.state().follows
  corp.people.memberEditsRemark({ userid: member, external_userid: customer, remark: '老客户' })
  corp.clock.advance({ days: 1 })
  isWatched = true
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })

  expect(await value("select count(*) from wecom_follows where remark = '老客户'")).toBe(1)
  expect(found.filter((name) => name === 'find customers')).toEqual(['find customers'])
  expect(await value('select count(*) from wecom_follows where fingerprint is null and ended_at is null')).toBe(0)
  await sync.close()
})
