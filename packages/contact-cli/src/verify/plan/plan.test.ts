import { expect, test } from 'vitest'
import { answers } from '../../facts/answers.generated.ts'
import { plan, unreachable } from './plan.ts'

test('behavior: every read of a corp has a step, or a reason why not', () => {
  const reads = Object.keys(answers).filter((fn) => answers[fn]?.effect === 'read')
  const planned = [...plan.map(({ endpoint }) => endpoint.name), ...Object.keys(unreachable)]

  expect(planned.toSorted()).toEqual(reads.toSorted())
})
