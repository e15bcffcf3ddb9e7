import { expect, test } from 'vitest'
import { shopScaffold } from '../fixtures/shopScaffold.ts'
import { answerFile } from './answerFile.ts'

test('a refusal, until somebody writes the answer', () => {
  expect(answerFile(shopScaffold('openShop'))).toMatchInlineSnapshot(`
    "import { openShopEndpoint } from '@wecom/shop'
    import { notServed } from '../serve/notServed.ts'
    import type { Served } from '../serve/serve.ts'

    export const openShopServed: Served = notServed(openShopEndpoint, 'its answer has yet to be written')
    "
  `)
})
