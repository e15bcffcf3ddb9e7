import { type ClientEvent, corpToken, createClient, isWeComError } from '@wecom/core'
import {
  cancelMomentTask,
  createMomentTask,
  getMomentComments,
  listMoments,
  listMomentSendResults,
  listMomentTasks,
  waitForMomentTask,
} from '@wecom/moments'
import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'

const corp = createFakeCorp()

test('the corp asks for a moment, one member publishes it, a customer likes it, the others are called off', async () => {
  // Each request for the result advances the clock of the corp by a second.
  const onEvent = (event: ClientEvent): void => {
    if (event.type === 'response' && event.endpoint === 'getMomentTaskResult') corp.clock.advance({ seconds: 1 })
  }
  const client = createClient({
    token: corpToken({ corpId: corp.corpId, secret: 'fake-secret' }),
    fetch: corp.fetch,
    strict: true,
    onEvent,
  })
  const { jobid } = await createMomentTask(client, {
    text: { content: '周末样板间开放' },
    visible_range: {
      sender_list: { user_list: ['wangfang', 'lina', 'nobody'] },
      external_contact_list: { tag_list: ['etAAAAdemoImportant'] },
    },
  })
  const task = await waitForMomentTask(client, { jobid }, { minDelay: 1 })
  expect(task).toMatchObject({ state: 'created', refused: { user_list: ['nobody'] } })
  const moment_id = task.state === 'created' ? task.moment_id : ''

  const [reader = ''] = corp.people.memberPublishesMoment({ moment_id, userid: 'wangfang' }).external_userid
  corp.people.customerLikesMoment({ moment_id, userid: 'wangfang', external_userid: reader })
  await cancelMomentTask(client, { moment_id })
  expect(() => corp.people.memberPublishesMoment({ moment_id, userid: 'lina' })).toThrow('cancelled')

  const { task_list } = await listMomentTasks(client, { moment_id })
  expect(task_list).toEqual([
    { userid: 'wangfang', publish_status: 1 },
    { userid: 'lina', publish_status: 0 },
  ])
  const { customer_list } = await listMomentSendResults(client, { moment_id, userid: 'wangfang' })
  expect(customer_list).toHaveLength(9)
  const { like_list } = await getMomentComments(client, { moment_id, userid: 'wangfang' })
  expect(like_list).toEqual([{ external_userid: reader, create_time: corp.clock.seconds() }])
  const late = await listMomentSendResults(client, { moment_id, userid: 'lina' }).catch((error: unknown) => error)
  expect(isWeComError(late) && late).toMatchObject({ errcode: 41062 })

  const end_time = corp.clock.seconds()
  const { moment_list } = await listMoments(client, { start_time: end_time - 30 * 86_400, end_time })
  expect(moment_list.map(({ create_type }) => create_type)).toEqual([0, 1, 0])
})
