import { expect, test } from 'vitest'
import { shopScaffold } from '../fixtures/shopScaffold.ts'
import { answerFile } from './answerFile.ts'

test('a refusal, until somebody writes the answer', () => {
  expect(answerFile(shopScaffold('openShop'))).toMatchInlineSnapshot(`
    "import { openShopEndpoint } from '@wecom/shop'
    import { Refusal } from '../Refusal.ts'
    import { type Served, serve } from '../serve/serve.ts'

    export const openShopServed: Served = serve(openShopEndpoint, () => {
      throw new Refusal(999_999, 'openShop is not served yet: write packages/msw/src/shop/openShop.ts')
    })
    "
  `)
})

test("a call by a suite's token is open to all", () => {
  expect(answerFile(shopScaffold('getShopState'))).toContain('= serveOpen(getShopStateEndpoint, () => {')
})
