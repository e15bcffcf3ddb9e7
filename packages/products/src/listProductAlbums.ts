import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type Product, productEntries } from './schemas/product.ts'

export interface ListProductAlbumsParams {
  /** Number of products per page: 1 to 100, default 50. WeCom treats more than 100 as 50. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListProductAlbumsResult {
  /** Cursor of the next page. Empty or absent on the last page. */
  next_cursor?: string | undefined
  /** The products, without their creation time. To read the creation time of a product, use `getProductAlbum`. */
  product_list: Product[]
}

export const listProductAlbumsEndpoint: PagedEndpoint<
  ListProductAlbumsParams,
  ListProductAlbumsResult,
  'product_list'
> = defineEndpoint({
  name: 'listProductAlbums',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_product_album_list',
  effect: 'read',
  docs: 95096,
  params: wireObject<ListProductAlbumsParams>({
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListProductAlbumsResult>({
    next_cursor: v.optional(v.string()),
    product_list: v.array(wireObject<Product>(productEntries)),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'product_list' },
})

/**
 * 获取商品图册列表 — lists the products of the corp's product album. WeCom's documentation says that a self-built app gets only
 * the data of members in its visible range. The documentation does not say to which member a product belongs.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListProductAlbumsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listProductAlbums(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `50100`: invalid cursor. `48002`: the app is not allowed to use the product album.
 * @see https://developer.work.weixin.qq.com/document/path/95096
 *
 * @example
 * const { product_list, next_cursor } = await listProductAlbums(client, { limit: 100 })
 */
export function listProductAlbums(
  client: Client,
  params: ListProductAlbumsParams = {},
  options?: RequestOptions,
): Paged<ListProductAlbumsResult, Product> {
  return requestPaged(client, listProductAlbumsEndpoint, params, options)
}
