import {
  getMassMessageResultLegacyEndpoint,
  listMassMessageSendResultsEndpoint,
  listMassMessageTasksEndpoint,
  listMassMessagesEndpoint,
} from '@wecom/messages'
import {
  getMomentCommentsEndpoint,
  getMomentStrategyEndpoint,
  listMomentCustomersEndpoint,
  listMomentSendResultsEndpoint,
  listMomentStrategiesEndpoint,
  listMomentStrategyRangeEndpoint,
  listMomentTasksEndpoint,
  listMomentsEndpoint,
} from '@wecom/moments'
import { pickIds, pickNumbers } from '../pick.ts'
import { addAll } from './Found.ts'
import { type Step, limit, step } from './Step.ts'

const day = 24 * 60 * 60

export const outreachSteps: readonly Step[] = [
  step(listMassMessagesEndpoint, {
    calls: ({ now }) =>
      (['single', 'group'] as const).map((chat_type) => ({ chat_type, ...lastFourWeeks(now), limit })),
    learn: ({ massMessages }, answer) => addAll(massMessages, pickIds(answer, 'group_msg_list[].msgid')),
  }),
  step(listMassMessageTasksEndpoint, {
    needs: 'a mass message',
    calls: ({ massMessages }) => [...massMessages].map((msgid) => ({ msgid, limit })),
    learn: ({ massMessageTasks }, answer, { msgid }) => {
      for (const userid of pickIds(answer, 'task_list[].userid')) massMessageTasks.push({ msgid, userid })
    },
  }),
  step(listMassMessageSendResultsEndpoint, {
    needs: 'a member who was asked to send a mass message',
    calls: ({ massMessageTasks }) => massMessageTasks.map((task) => ({ ...task, limit })),
  }),
  step(getMassMessageResultLegacyEndpoint, {
    needs: 'a mass message',
    calls: ({ massMessages }) => [...massMessages].map((msgid) => ({ msgid, limit })),
  }),
  step(listMomentsEndpoint, {
    calls: ({ now }) => [{ ...lastFourWeeks(now), limit }],
    learn: ({ moments }, answer) => addAll(moments, pickIds(answer, 'moment_list[].moment_id')),
  }),
  step(listMomentTasksEndpoint, {
    needs: 'a moment',
    calls: ({ moments }) => [...moments].map((moment_id) => ({ moment_id, limit })),
    learn: ({ momentTasks }, answer, { moment_id }) => {
      for (const userid of pickIds(answer, 'task_list[].userid')) momentTasks.push({ moment_id, userid })
    },
  }),
  step(listMomentCustomersEndpoint, {
    needs: 'a member who was asked to publish a moment',
    calls: ({ momentTasks }) => momentTasks.map((task) => ({ ...task, limit })),
  }),
  step(listMomentSendResultsEndpoint, {
    needs: 'a member who was asked to publish a moment',
    calls: ({ momentTasks }) => momentTasks.map((task) => ({ ...task, limit })),
  }),
  step(getMomentCommentsEndpoint, {
    needs: 'a member who was asked to publish a moment',
    calls: ({ momentTasks }) => momentTasks,
  }),
  step(listMomentStrategiesEndpoint, {
    calls: () => [{ limit }],
    learn: ({ momentStrategies }, answer) => addAll(momentStrategies, pickNumbers(answer, 'strategy[].strategy_id')),
  }),
  step(getMomentStrategyEndpoint, {
    needs: 'a rule group of moments',
    calls: ({ momentStrategies }) => [...momentStrategies].map((strategy_id) => ({ strategy_id })),
  }),
  step(listMomentStrategyRangeEndpoint, {
    needs: 'a rule group of moments',
    calls: ({ momentStrategies }) => [...momentStrategies].map((strategy_id) => ({ strategy_id, limit })),
  }),
]

function lastFourWeeks(now: number): { start_time: number; end_time: number } {
  return { start_time: now - 28 * day, end_time: now }
}
