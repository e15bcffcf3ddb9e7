import { expect, test } from 'vitest'
import { createWorld } from '../fixtures/world.ts'

test('error: a group chat without people is a gap, and its rows stay', async () => {
  let isEmpty = false
  const { sync, corp, rows } = await createWorld({
    intercept: async (path, _params, answerNow) => {
      if (!isEmpty || path !== 'externalcontact/groupchat/get') return undefined
      const answer = (await answerNow()) as { group_chat: object }
      return { ...answer, group_chat: { ...answer.group_chat, member_list: [] } }
    },
  })
  await sync.run()
  const state = async () => [
    await rows('select chat_id, member_count, hash, dismissed_at from wecom_group_chats order by chat_id'),
    await rows('select chat_id, userid, left_at from wecom_group_members order by chat_id, userid'),
  ]
  const before = await state()
  expect(before[1]?.length).toBeGreaterThan(5)
  isEmpty = true
  corp.clock.advance({ days: 1 })
  const report = await sync.run()

  expect(report.ok).toBe(false)
  expect(new Set(report.gaps.map(({ resource, kind }) => `${resource} ${kind}`))).toEqual(
    new Set(['group_chats failed']),
  )
  expect(report.gaps[0]?.reason).toMatch(/^WeCom returned the group chat \S+ without people; /)
  expect(await state()).toEqual(before)
  const [chat] = corp.state().group_chats
  await expect(sync.refresh({ chat_id: chat?.chat_id ?? '' })).rejects.toThrow('without people')
  expect(await state()).toEqual(before)
  isEmpty = false
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})
