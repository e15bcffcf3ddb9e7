import { expect, test } from 'vitest'
import { report } from './report.ts'

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('logger is down')
    },
  ],
  ['rejects', () => Promise.reject(new Error('logger is down'))],
])('an onError that %s takes nothing down', async (_what, onError) => {
  await expect(report({ onError }, new Error('broken'))).resolves.toBe(undefined)
})

test('without onError nothing is told', async () => {
  await expect(report({}, new Error('broken'))).resolves.toBe(undefined)
})
