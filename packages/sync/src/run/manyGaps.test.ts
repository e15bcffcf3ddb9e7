import { expect, test } from 'vitest'
import { createWorld } from '../fixtures/world.ts'

test('behavior: a report lists 1,000 gaps, those that count first, and counts all', async () => {
  const userids = Array.from({ length: 1_500 }, (_, index) => `member${index}`)
  const world = await createWorld({
    intercept: (path) => {
      if (path.endsWith('get_follow_user_list')) return { errcode: 0, errmsg: 'ok', follow_user: userids }
      if (path.endsWith('batch/get_by_user')) return { errcode: 0, errmsg: 'ok', external_contact_list: [] }
      if (path.endsWith('get_corp_tag_list')) return { errcode: -1, errmsg: 'system busy' }
      return path.endsWith('groupchat/list') ? { errcode: 48002, errmsg: 'api forbidden' } : undefined
    },
  })
  const { sync, value } = world
  let last = 0
  const report = await sync.run({ onProgress: ({ gaps }) => (last = gaps) })

  const count = Number(await value('select count(*) from wecom_gaps'))
  expect(count).toBe(1_501)
  expect(last).toBe(count)
  expect(report).toMatchObject({ ok: false, complete: true, gapCount: count })
  expect(report.gaps).toHaveLength(1_000)
  const { kind } = report.gaps.at(-1) ?? expect.fail()
  expect([report.gaps.find(({ resource }) => resource === 'tags')?.kind, kind]).toEqual(['failed', 'denied'])
  expect(JSON.parse(String(await value('select report from wecom_runs')))).toMatchObject({ gapCount: count })
})
