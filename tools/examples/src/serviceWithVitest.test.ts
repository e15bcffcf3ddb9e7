import { expect, test } from 'vitest'
import { bin, runProgram } from './programs.ts'

test('the tests of the service pass', async () => {
  const ended = await runProgram({ project: 'service-with-vitest', args: [bin('vitest/vitest.mjs'), 'run'] })

  expect(ended).toMatchObject({ code: 0, printed: expect.stringMatching(/Tests {2}3 passed \(3\)/) })
})
