import { formatText } from '../../formatText.ts'
import { expect, test } from 'vitest'
import { shopScaffold } from '../fixtures/shopScaffold.ts'
import { testFile } from './testFile.ts'

async function render(fn: string): Promise<string> {
  return formatText('source.test.ts', testFile(shopScaffold(fn)))
}

test('parameters in query and body', async () => {
  expect(await render('createItem')).toMatchInlineSnapshot(`
    "import { createTestClient } from '@wecom/core/testing'
    import { expect, test } from 'vitest'
    import { createItem, type CreateItemParams, type CreateItemResult } from './createItem.ts'

    const params: CreateItemParams = {
      shop_id: 1,
      name: 'a-nam',
      state: 0,
      labels: ['a-labels', 'a-labels'],
      delivery: { by: [1], days: 1, insured: true },
      note: 'a-note',
      source: 'api',
      extra: { key: 'value' },
    }

    const result: CreateItemResult = { item_id: 'a-item_id' }

    test('default', async () => {
      const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

      expect(await createItem(client, params)).toEqual(result)
      expect(sent).toEqual([
        {
          method: 'POST',
          path: '/cgi-bin/shop/item/create',
          query: { shop_id: '1' },
          token: 'test-token',
          body: {
            name: 'a-nam',
            state: 0,
            labels: ['a-labels', 'a-labels'],
            delivery: { by: [1], days: 1, insured: true },
            note: 'a-note',
            source: 'api',
            extra: { key: 'value' },
          },
        },
      ])
    })
    "
  `)
})

test("a suite's token", async () => {
  expect(await render('getShopState')).toMatchInlineSnapshot(`
    "import { staticToken } from '@wecom/core'
    import { createTestClient } from '@wecom/core/testing'
    import { expect, test } from 'vitest'
    import { getShopState, type GetShopStateParams, type GetShopStateResult } from './getShopState.ts'

    const params: GetShopStateParams = { shop_id: 1 }

    const result: GetShopStateResult = { shop: { state: 0 } }

    test('default', async () => {
      const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], {
        token: staticToken('test-token', 'suite'),
      })

      expect(await getShopState(client, params)).toEqual(result)
      expect(sent).toEqual([
        {
          method: 'GET',
          path: '/cgi-bin/service/shop/get',
          query: { suite_access_token: 'test-token', shop_id: '1' },
          token: undefined,
        },
      ])
    })
    "
  `)
})

test('no parameters, no result', async () => {
  expect(await render('openShop')).toMatchInlineSnapshot(`
    "import { createTestClient } from '@wecom/core/testing'
    import { expect, test } from 'vitest'
    import { openShop } from './openShop.ts'

    test('default', async () => {
      const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

      expect(await openShop(client)).toEqual({})
      expect(sent).toEqual([
        {
          method: 'POST',
          path: '/cgi-bin/shop/open',
          query: {},
          token: 'test-token',
          body: {},
        },
      ])
    })
    "
  `)
})
