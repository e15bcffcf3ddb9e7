import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { ask } from './ask.ts'

test('default', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const answer = ask('Go on? ', input, output)
  input.write('y\n')

  expect(await answer).toBe('y')
  expect(output.read()?.toString()).toBe('Go on? ')
})

test('behavior: the end of the input is an empty answer', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const answer = ask('Go on? ', input, output)
  input.end()

  expect(await answer).toBe('')
  expect(output.read()?.toString()).toBe('Go on? \n')
})
