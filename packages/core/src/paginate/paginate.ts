import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import type { ItemOf, Page } from './Page.ts'
import { itemsOf, walkPages } from './walkPages.ts'

/**
 * Iterates over the pages of an endpoint, for programs that save their position (`next`) or read fields beside the
 * list. For items alone, iterate over a `list…` function. Stops on the last page, and on a repeated cursor.
 *
 * @param client - from `createClient`.
 * @param endpoint - a paged endpoint of any domain.
 * @param params - parameters of the first page, or a saved `next` to continue there. Not modified.
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
 * Iterates over the items of an endpoint. Use `paginate` for fields beside the list: some results name there what the
 * list lacks, as `batchGetContactsByUser` does in `fail_info`.
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
