import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import type { ItemOf, Page } from './Page.ts'
import { itemsOf, walkPages } from './walkPages.ts'

/**
 * Walks the pages of an endpoint value, for programs that keep their place (`next`) or read what stands beside the
 * list. The `list…` functions iterate over the items by themselves. Stops on the last page, and on a cursor that comes
 * back.
 *
 * @param client - made by `createClient`.
 * @param endpoint - a paged endpoint of any domain.
 * @param params - parameters of the first page, or a kept `next` to go on from there. Left as they are.
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
 * Walks the items of an endpoint value. See `paginate`, which also has what stands beside the list: some results name
 * there what is missing from it, as `batchGetContactsByUser` does in `fail_info`.
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
