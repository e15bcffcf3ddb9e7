import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import type { ItemOf, Page } from './Page.ts'
import { itemsOf, walkPages } from './walkPages.ts'

/**
 * Iterates over the pages of a list endpoint. Use this function in two cases: to save the position in the list (`next`
 * of a page), or to read other fields than the list. To read only the items, iterate over the return value of a `list…`
 * function instead.
 *
 * The iteration stops after the last page. It also stops if WeCom returns the same cursor a second time.
 *
 * @param client - from `createClient`.
 * @param endpoint - an endpoint of a `list…` function, or another endpoint with `pagination`.
 * @param params - parameters of the first page, or a saved `next` to continue from. This function does not modify the
 *   object.
 * @param options - `signal` and timeouts. The timeouts apply to each page.
 *
 * @example
 * for await (const page of paginate(client, listUnassignedContactsEndpoint, {})) {
 *   await save(page.items, page.next)
 * }
 */
export function paginate<Params extends object, Result extends object, Items extends keyof Result & string>(
  client: Client,
  endpoint: PagedEndpoint<Params, Result, Items>,
  params: Params,
  options?: RequestOptions,
): AsyncGenerator<Page<Params, Result, ItemOf<Result, Items>>, void, undefined> {
  return walkPages(endpoint, params, (page) => client.request(endpoint, page, options))
}

/**
 * Iterates over the items of all pages of a list endpoint. Use `paginate` instead if you need fields other than the
 * list. For instance, the field `fail_info` of `batchGetContactsByUser` contains the members whose customers are
 * missing in the list.
 *
 * @example
 * for await (const { external_userid } of paginateItems(client, listUnassignedContactsEndpoint, {})) {
 *   console.log(external_userid)
 * }
 */
export function paginateItems<Params extends object, Result extends object, Items extends keyof Result & string>(
  client: Client,
  endpoint: PagedEndpoint<Params, Result, Items>,
  params: Params,
  options?: RequestOptions,
): AsyncGenerator<ItemOf<Result, Items>, void, undefined> {
  return itemsOf(paginate(client, endpoint, params, options))
}
