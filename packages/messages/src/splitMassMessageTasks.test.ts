import { expect, test } from 'vitest'
import { splitMassMessageTasks } from './splitMassMessageTasks.ts'

test('default', () => {
  const task_list = [
    { userid: 'chenjie', status: 2, send_time: 1_760_000_000 },
    { userid: 'wangfang', status: 0 },
    { userid: 'liuyang', status: 1, send_time: 1_760_000_060 },
  ]

  expect(splitMassMessageTasks({ task_list })).toEqual({
    sent: [
      { userid: 'chenjie', status: 2, send_time: 1_760_000_000 },
      { userid: 'liuyang', status: 1, send_time: 1_760_000_060 },
    ],
    unsent: [{ userid: 'wangfang', status: 0 }],
  })
})

test('behavior: a status that is not known is not taken for sent', () => {
  const task_list = [{ userid: 'chenjie', status: 3 }]

  expect(splitMassMessageTasks({ task_list })).toEqual({ sent: [], unsent: task_list })
})

test.each([undefined, null])('behavior: a list that is %s counts as empty', (task_list) => {
  expect(splitMassMessageTasks({ task_list })).toEqual({ sent: [], unsent: [] })
})
