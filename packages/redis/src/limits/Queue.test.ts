import { expect, test, vi } from 'vitest'
import { Queue, type Waiting } from './Queue.ts'

function call(relation = ''): Waiting {
  return { relation, settle: vi.fn<Waiting['settle']>() }
}

function queueOf(...calls: readonly Waiting[]): Queue {
  const queue = new Queue()
  for (const each of calls) queue.add(each)
  return queue
}

test('default: calls come first that came first, no more than are asked for', () => {
  const [one, two, three] = [call(), call(), call()]
  const queue = queueOf(one, two, three)

  expect(queue.first(2)).toEqual([one, two])
  expect(queue.first(0)).toEqual([])
  expect(queue.first(5)).toEqual([one, two, three])
  expect(queue).toMatchObject({ length: 3, active: 0 })
})

test('behavior: of calls that change the same relation, one; the others not before it has ended', () => {
  const [one, same, other, none] = [call('m/c'), call('m/c'), call('m/d'), call()]
  const queue = queueOf(one, same, other, none)
  expect(queue.first(5)).toEqual([one, other, none])
  queue.letIn(one)
  expect(queue.busy).toEqual(['m/c'])
  expect(queue.first(5)).toEqual([other, none])
  queue.leave(one)

  expect(queue.busy).toEqual([])
  expect(queue.first(5)).toEqual([same, other, none])
})

test('behavior: calls that change no relation do not wait for each other', () => {
  const [one, two] = [call(), call()]
  const queue = queueOf(one, two)
  queue.letIn(one)

  expect(queue.first(5)).toEqual([two])
})

test('behavior: a call that has its place does not wait any more', () => {
  const one = call()
  const queue = queueOf(one)
  expect(queue.has(one)).toBe(true)
  queue.letIn(one)

  expect(one.settle).toHaveBeenCalledExactlyOnceWith('place')
  expect(queue.has(one)).toBe(false)
  expect(queue).toMatchObject({ length: 0, active: 1, busy: [] })
  queue.leave(one)
  expect(queue.active).toBe(0)
})

test('behavior: a call that was taken out gets nothing', () => {
  const [one, two] = [call(), call()]
  const queue = queueOf(one, two)
  queue.remove(one)
  queue.blockAll()

  expect(one.settle).not.toHaveBeenCalled()
  expect(two.settle).toHaveBeenCalledExactlyOnceWith('blocked')
  expect(queue.length).toBe(0)
})
