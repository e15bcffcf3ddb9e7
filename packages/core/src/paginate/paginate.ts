import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import type { ItemOf, Page } from './Page.ts'
import { itemsOf, walkPages } from './walkPages.ts'

/**
 * Iterates over the pages of an endpoint, for programs that save their position (`next`) or read fields other than the
 * list. To read only the items, iterate over the result of a `list…` function. The iteration stops after the last page,
 * or if WeCom returns the same cursor twice.
 *
 * @param client - from `createClient`.
 * @param endpoint - a paged endpoint of any domain.
 * @param params - parameters of the first page, or a saved `next` to continue from. Not modified.
 * @param options - `signal` and timeouts, for each of the calls.
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
 * Iterates over the items of all pages of an endpoint. Use `paginate` if you need fields other than the list: for
 * instance, `batchGetContactsByUser` reports in `fail_info` what is missing in its list.
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
