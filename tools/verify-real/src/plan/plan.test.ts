import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { isCorpRead } from '../readOnly.ts'
import { plan, unreachable } from './plan.ts'

test('behavior: every read of a corp has a step, or a reason why not', () => {
  const reads = listCatalogues().flatMap((name) => loadCatalogue(name).endpoints.filter(isCorpRead))
  const planned = [...plan.map(({ endpoint }) => endpoint.name), ...Object.keys(unreachable)]

  expect(planned.toSorted()).toEqual(reads.map(({ fn }) => fn).toSorted())
})
