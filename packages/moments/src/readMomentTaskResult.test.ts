import { expect, test } from 'vitest'
import type { MomentTaskResult } from './getMomentTaskResult.ts'
import { readMomentTaskResult } from './readMomentTaskResult.ts'

const type = 'add_moment_task'
const nothingRefused = { user_list: [], department_list: [], tag_list: [] }

test('default', () => {
  const result = { errcode: 0, errmsg: 'ok', moment_id: 'mom-7' }

  expect(readMomentTaskResult({ status: 3, type, result })).toEqual({
    state: 'created',
    moment_id: 'mom-7',
    refused: nothingRefused,
    result,
  })
})

test.each([1, 2, 4])('behavior: status %s is not the end, whatever the result says', (status) => {
  const result = { errcode: 0, errmsg: 'ok', moment_id: 'mom-7' }

  expect(readMomentTaskResult({ status, type })).toEqual({ state: 'pending' })
  expect(readMomentTaskResult({ status, type, result })).toEqual({ state: 'pending' })
})

test('behavior: the result names members, departments and tags that were left out', () => {
  const result = {
    errcode: 0,
    errmsg: 'ok',
    moment_id: 'mom-7',
    invalid_sender_list: { user_list: ['nobody'], department_list: [99] },
    invalid_external_contact_list: { tag_list: ['et9'] },
  }

  expect(readMomentTaskResult({ status: 3, type, result })).toEqual({
    state: 'created',
    moment_id: 'mom-7',
    refused: { user_list: ['nobody'], department_list: [99], tag_list: ['et9'] },
    result,
  })
})

test.each<[string, MomentTaskResult]>([
  ['without a moment_id', { errcode: 41064, errmsg: 'invalid attachments size' }],
  ['beside an empty moment_id', { errcode: 41064, errmsg: 'invalid attachments size', moment_id: '' }],
  ['beside a moment_id', { errcode: 41064, errmsg: 'invalid attachments size', moment_id: 'mom-7' }],
])('behavior: an errcode %s is a failure', (_, result) => {
  expect(readMomentTaskResult({ status: 3, type, result })).toEqual({
    state: 'failed',
    errcode: 41064,
    errmsg: 'invalid attachments size',
    refused: nothingRefused,
    result,
  })
})

test('behavior: an end without errcode and moment_id is a failure', () => {
  const failure = { state: 'failed', errcode: 0, errmsg: '', refused: nothingRefused, result: {} }

  expect(readMomentTaskResult({ status: 3, type })).toEqual(failure)
  expect(readMomentTaskResult({ status: 3, type, result: {} })).toEqual(failure)
})

test('behavior: only a created moment has a moment_id', () => {
  const task = readMomentTaskResult({ status: 3, type })

  // @ts-expect-error the state is not known yet
  expect(task.moment_id).toBe(undefined)
})
