import { createCallbackHandler } from '@wecom/callback'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { createWorld } from '../fixtures/world.ts'

test('behavior: a change of personal tags is recorded, and their first read is not', async () => {
  let names = ['重要']
  const { sync, corp, value, rows } = await createWorld({
    intercept: async (path, _params, answerNow) => {
      if (path !== 'externalcontact/get') return undefined
      const answer = (await answerNow()) as { follow_user: object[] }
      const tags = names.map((tag_name) => ({ group_name: '个人', tag_name, type: 2 }))
      return { ...answer, follow_user: answer.follow_user.map((follow) => ({ ...follow, tags })) }
    },
  })
  await sync.run()
  const { userid, external_userid } = corp.state().follows.find(({ tag_ids }) => tag_ids.length === 0) ?? expect.fail()
  const refresh = async (): Promise<object[]> => {
    const last = Number(await value('select max(id) from wecom_changes'))
    corp.clock.advance({ hours: 1 })
    await sync.refresh({ external_userid })
    return rows(`select kind, row_key, source from wecom_changes where id > ${last}`)
  }
  expect(await refresh()).toEqual([])
  expect(await refresh()).toEqual([])
  names = ['重要', '老客户']
  const changes = await refresh()

  expect(changes).toMatchObject([{ kind: 'follows.updated', source: 'refresh' }])
  expect(JSON.parse(String((changes[0] as { row_key?: string }).row_key))).toEqual({ userid, external_userid })
  expect(await refresh()).toEqual([])
  await sync.close()
})

test('behavior: if an event says who ended an unlisted relation, the feed has the end once more', async () => {
  const world = await createWorld()
  const { sync, corp } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  corp.people.memberDeletesCustomer({ userid, external_userid })
  const event = corp.events.list().at(-1) ?? expect.fail()
  corp.clock.advance({ seconds: 1 })
  await sync.run()
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  // WeCom delivers the event twice.
  for (let time = 0; time < 2; time++) {
    await deliver(world, handle, event)
    await sync.drain({ maxMs: 60_000 })
  }

  const ends: object[] = []
  for await (const { kind, keys, by } of sync.changes()) if (kind === 'follows.ended') ends.push({ keys, by })
  expect(ends).toEqual([
    { keys: { userid, external_userid }, by: 'unlisted' },
    { keys: { userid, external_userid }, by: 'member' },
  ])
  await sync.close()
})
