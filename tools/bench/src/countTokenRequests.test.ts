import { expect, test } from 'vitest'
import { answers } from './answers.ts'
import { countTokenRequests } from './countTokenRequests.ts'

test('behavior: 50 first calls at the same time request one token', async () => {
  const count = await countTokenRequests('http://wecom.test', async (input) => {
    const answer = answers.get(new URL(new Request(input).url).pathname)
    return new Response(answer, { status: answer === undefined ? 404 : 200 })
  })

  expect(count).toBe(1)
})
