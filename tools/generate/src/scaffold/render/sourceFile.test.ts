import { formatText } from '../../formatText.ts'
import { expect, test } from 'vitest'
import { shopScaffold } from '../fixtures/shopScaffold.ts'
import { sourceFile } from './sourceFile.ts'

async function render(fn: string, checkWith?: string): Promise<string> {
  return formatText('source.ts', await sourceFile(shopScaffold(fn, checkWith)))
}

test('a create with nested objects, enumerations and limits', async () => {
  expect(await render('createItem', 'listItems')).toMatchInlineSnapshot(`
    "import type { Client, Endpoint, RequestOptions } from '@wecom/core'
    import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
    import * as v from 'valibot'

    export interface CreateItemParams {
      /** Id of the shop. */
      shop_id: number
      /** At most 5 UTF-8 characters. */
      name: string
      /** State of the item. 0 hidden, 1 on sale. */
      state: 0 | 1
      /** Search words of the item. 2 to 9 items. */
      labels?: string[] | undefined
      /** How the item is delivered. By or days must be given. */
      delivery?: CreateItemParamsDelivery | undefined
      /** Note for the members of the corp. At most 64 bytes. */
      note?: string | undefined
      /** Source of the item. Api. */
      source?: 'api' | undefined
      /** Any other data of the item. */
      extra?: Record<string, unknown> | undefined
    }

    export interface CreateItemParamsDelivery {
      /** Carriers that may deliver the item. 1 by post, 2 by hand. */
      by?: (1 | 2)[] | undefined
      /** At most 30; only when by is not given. */
      days?: number | undefined
      insured?: boolean | undefined
    }

    export interface CreateItemResult {
      /** Id of the new item. */
      item_id: string
    }

    export const createItemEndpoint: Endpoint<CreateItemParams, CreateItemResult> = defineEndpoint({
      name: 'createItem',
      method: 'POST',
      path: '/cgi-bin/shop/item/create',
      effect: 'create',
      docs: 90003,
      query: ['shop_id'],
      params: wireObject<CreateItemParams>({
        shop_id: v.pipe(v.number(), v.integer()),
        name: v.pipe(v.string(), v.nonEmpty(), maxCharacters(5)),
        state: v.picklist([0, 1]),
        labels: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(2), v.maxLength(9))),
        // Not checked by the schema: by or days must be given
        delivery: v.optional(
          wireObject<CreateItemParamsDelivery>({
            by: v.optional(v.array(v.picklist([1, 2]))),
            // Not checked by the schema: only when by is not given
            days: v.optional(v.pipe(v.number(), v.integer(), v.maxValue(30))),
            insured: v.optional(v.boolean()),
          }),
        ),
        note: v.optional(v.pipe(v.string(), v.maxBytes(64))),
        source: v.optional(v.picklist(['api'])),
        extra: v.optional(v.record(v.string(), v.unknown())),
      }),
      result: wireObject<CreateItemResult>({ item_id: v.string() }),
      checkWith: 'listItems',
    })

    /**
     * 新建商品 — put an item on sale.
     *
     * At most 1000 items a shop. Names are unique.
     *
     * @param client - made by \`createClient\`.
     * @param params - {@link CreateItemParams}
     * @param options - \`signal\` and timeouts of this call.
     * @returns {@link CreateItemResult}
     * @throws {WeComApiError} \`41001\`: the shop is full. \`48002\`: the app may not sell, or the shop does not accept apps of
     *   this kind; the settings of the shop list the accepted kinds.
     * @see https://developer.work.weixin.qq.com/document/path/90003
     *
     * @example
     * const { item_id } = await createItem(client, { shop_id: 1, name: 'a-nam', state: 0 })
     */
    export function createItem(
      client: Client,
      params: CreateItemParams,
      options?: RequestOptions,
    ): Promise<CreateItemResult> {
      return client.request(createItemEndpoint, params, options)
    }
    "
  `)
})

test('a read that is paged', async () => {
  expect(await render('listItems')).toMatchInlineSnapshot(`
    "import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
    import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
    import * as v from 'valibot'

    export interface ListItemsParams {
      /** Kind of items to return. new | used, default new. */
      kind?: 'new' | 'used' | undefined
      /** Start of the page. next_cursor of the last answer. */
      cursor?: string | undefined
      /** Maximum number of items in a page. 1 to 100, default 50. */
      limit?: number | undefined
    }

    export interface ListItemsResult {
      /** The items. May be empty. */
      item_list: ListItemsResultItemList[]
      /** Cursor of the next page. Empty on the last page. */
      next_cursor?: string | undefined
    }

    export interface ListItemsResultItemList {
      item_id: string
      /** In fen | cents. Only when the item is for sale. */
      price?: number | undefined
    }

    export const listItemsEndpoint: PagedEndpoint<ListItemsParams, ListItemsResult, 'item_list'> = defineEndpoint({
      name: 'listItems',
      method: 'POST',
      path: '/cgi-bin/shop/item/list',
      effect: 'read',
      docs: 90001,
      params: wireObject<ListItemsParams>({
        kind: v.optional(v.picklist(['new', 'used'])),
        // Not checked by the schema: next_cursor of the last answer
        cursor: v.optional(v.string()),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      }),
      result: wireObject<ListItemsResult>({
        item_list: v.array(wireObject<ListItemsResultItemList>({ item_id: v.string(), price: v.optional(v.number()) })),
        next_cursor: v.optional(v.string()),
      }),
      pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'item_list' },
    })

    /**
     * 获取商品列表 — list the items of a shop.
     *
     * @param client - made by \`createClient\`.
     * @param params - {@link ListItemsParams}
     * @param options - \`signal\` applies to all pages, timeouts apply to each page.
     * @returns one page; \`for await (const item of listItems(client, params))\` yields the items of all pages.
     * @see https://developer.work.weixin.qq.com/document/path/90001
     *
     * @example
     * const { item_list } = await listItems(client)
     */
    export function listItems(
      client: Client,
      params: ListItemsParams = {},
      options?: RequestOptions,
    ): Paged<ListItemsResult, ListItemsResultItemList> {
      return requestPaged(client, listItemsEndpoint, params, options)
    }
    "
  `)
})

test('a call that is deprecated, and gives nothing back', async () => {
  expect(await render('announceItem')).toMatchInlineSnapshot(`
    "import type { Client, Endpoint, RequestOptions } from '@wecom/core'
    import { defineEndpoint, wireObject } from '@wecom/core/define'
    import * as v from 'valibot'

    export interface AnnounceItemParams {
      item_id: string
    }

    export interface AnnounceItemResult {}

    export const announceItemEndpoint: Endpoint<AnnounceItemParams, AnnounceItemResult> = defineEndpoint({
      name: 'announceItem',
      method: 'POST',
      path: '/cgi-bin/shop/item/announce',
      effect: 'send',
      docs: 90004,
      params: wireObject<AnnounceItemParams>({ item_id: v.pipe(v.string(), v.nonEmpty()) }),
      result: wireObject<AnnounceItemResult>({}),
    })

    /**
     * 推广商品 — old call that informs all customers about an item.
     *
     * @deprecated WeCom announces new items automatically. Use \`createItem\`.
     *
     * @param client - made by \`createClient\`.
     * @param params - {@link AnnounceItemParams}
     * @param options - \`signal\` and timeouts of this call.
     * @returns nothing.
     * @see https://developer.work.weixin.qq.com/document/path/90004
     *
     * @example
     * await announceItem(client, { item_id: 'a-item_id' })
     */
    export function announceItem(
      client: Client,
      params: AnnounceItemParams,
      options?: RequestOptions,
    ): Promise<AnnounceItemResult> {
      return client.request(announceItemEndpoint, params, options)
    }
    "
  `)
})

test("a call by a suite's token, with optional parameters only", async () => {
  expect(await render('getShopState')).toMatchInlineSnapshot(`
    "import type { Client, Endpoint, RequestOptions } from '@wecom/core'
    import { defineEndpoint, wireObject } from '@wecom/core/define'
    import * as v from 'valibot'

    export interface GetShopStateParams {
      /** Id of the shop; all shops if omitted. */
      shop_id?: number | undefined
    }

    export interface GetShopStateResult {
      /** Absent if the corp has no shop. */
      shop?: GetShopStateResultShop | undefined
    }

    export interface GetShopStateResultShop {
      /** 0 closed, 1 open. */
      state: 0 | 1 | (number & {})
    }

    export const getShopStateEndpoint: Endpoint<GetShopStateParams, GetShopStateResult> = defineEndpoint({
      name: 'getShopState',
      method: 'GET',
      path: '/cgi-bin/service/shop/get',
      effect: 'read',
      token: 'suite',
      docs: 90005,
      errcode: 'optional',
      params: wireObject<GetShopStateParams>({ shop_id: v.optional(v.pipe(v.number(), v.integer())) }),
      result: wireObject<GetShopStateResult>({
        shop: v.optional(wireObject<GetShopStateResultShop>({ state: v.number() })),
      }),
    })

    /**
     * 获取店铺状态 — tell whether a shop is open.
     *
     * @param client - made by \`createClient\`, with a \`suiteToken\`.
     * @param params - {@link GetShopStateParams}
     * @param options - \`signal\` and timeouts of this call.
     * @returns {@link GetShopStateResult}
     * @see https://developer.work.weixin.qq.com/document/path/90005
     *
     * @example
     * const result = await getShopState(client)
     */
    export function getShopState(
      client: Client,
      params: GetShopStateParams = {},
      options?: RequestOptions,
    ): Promise<GetShopStateResult> {
      return client.request(getShopStateEndpoint, params, options)
    }
    "
  `)
})

test('a call without parameters and result needs no valibot', async () => {
  const text = await render('openShop')

  expect(text).not.toContain('valibot')
  expect(text).toContain('@param params - none. The default is `{}`.\n')
  expect(text).toContain('export interface OpenShopParams extends NoParams {}\n\nexport interface OpenShopResult {}\n')
  expect(text).toContain('Endpoint, NoParams, RequestOptions }')
})
