import { createCallbackHandler } from '@wecom/callback'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from './fixtures/deliver.ts'
import { createWorld, type World } from './fixtures/world.ts'

interface Example {
  readonly sql: string
  /**
   * Table that the page shows below the SQL statement: a list of rows. All cells are text. The first row contains the
   * names of the columns.
   */
  readonly table: readonly (readonly string[])[]
}

function examplesOf(page: string): Example[] {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/```sql\n(.*?)```\n+((?:\|[^\n]*\n)*)/gs)].map(([, sql = '', table = '']) => ({
    sql,
    table: table
      .split('\n')
      .filter((line) => line !== '' && !/^[|\s-]+$/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  }))
}

/**
 * Creates the demo corp and does a full run. Then lets time pass until Monday 2026-01-12: four customers delete a
 * member, a member deletes one customer, and a new customer adds a member.
 */
async function afterAWeek(): Promise<World> {
  const world = await createWorld()
  const { sync, corp } = world
  await sync.run()
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  const of = (userid: string) => corp.state().follows.filter((follow) => follow.userid === userid)
  const lose = async (how: 'customerDeletesMember' | 'memberDeletesCustomer', userid: string, index: number) => {
    const { external_userid } = of(userid)[index] ?? expect.fail(`${userid} has no customer ${index}`)
    corp.people[how]({ userid, external_userid })
    await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail('no event'))
  }
  corp.clock.advance({ hours: 1 })
  await lose('customerDeletesMember', 'wangfang', 0)
  await lose('customerDeletesMember', 'wangfang', 3)
  await lose('memberDeletesCustomer', 'lina', 1)
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail('no event'))
  // Sunday, 23:30 in China, and Monday: not the same week, though the same day in UTC.
  corp.clock.advance(Date.parse('2026-01-11T23:30:00+08:00') - corp.clock.now())
  await lose('customerDeletesMember', 'wangfang', 5)
  corp.clock.advance({ hours: 1 })
  await lose('customerDeletesMember', 'zhangwei', 0)
  await sync.drain()
  return world
}

test.for(['EXAMPLES.md', 'EXAMPLES.zh-CN.md'])('%s: the statements give the tables below them', async (page) => {
  const { rows, sync } = await afterAWeek()
  const examples = examplesOf(page)
  expect(examples).toHaveLength(4)
  for (const { sql, table } of examples) {
    const found = await rows(sql)
    const cells = found.map((row) =>
      Object.values(row).map((value) => (value === null ? '' : String(value as string | number))),
    )
    expect([Object.keys(found[0] ?? {}), ...cells]).toEqual(table)
  }
  await sync.close()
})
