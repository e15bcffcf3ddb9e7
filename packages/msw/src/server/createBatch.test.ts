import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createBatch } from './createBatch.ts'

test('tasks are done later, all of a turn at once, in their order', async () => {
  const inBatch = createBatch()
  const done: number[] = []
  for (const each of [1, 2, 3]) inBatch(() => done.push(each))
  expect(done).toEqual([])

  await setImmediate()
  expect(done).toEqual([1, 2, 3])
})

test('what a task asks for comes with the next turn', async () => {
  const inBatch = createBatch()
  const done: string[] = []
  inBatch(() => {
    inBatch(() => done.push('second'))
    done.push('first')
  })
  await setImmediate()
  expect(done).toEqual(['first'])

  await setImmediate()
  expect(done).toEqual(['first', 'second'])
})
