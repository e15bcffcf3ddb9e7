import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import type { ItemOf } from './Page.ts'
import type { Paged } from './Paged.ts'
import { itemsOf, walkPages } from './walkPages.ts'

/**
 * Requests the first page of a list. Returns a promise of this page, which is also an iterable over the items of all
 * pages. Use this function to write a `list…` function.
 *
 * @param client - from `createClient`.
 * @param endpoint - an endpoint with `pagination`.
 * @param params - parameters of the first page.
 * @param options - `signal` and timeouts. The timeouts apply to each page.
 *
 * @example
 * return requestPaged(client, listThingsEndpoint, params, options)
 */
export function requestPaged<Params extends object, Result extends object, Items extends keyof Result & string>(
  client: Client,
  endpoint: PagedEndpoint<Params, Result, Items>,
  params: Params,
  options?: RequestOptions,
): Paged<Result, ItemOf<Result, Items>> {
  const first = client.request(endpoint, params, options)
  let unread: Promise<Result> | undefined = first
  const ask = (page: Params): Promise<Result> => {
    const firstPage = unread
    unread = undefined
    return firstPage ?? client.request(endpoint, page, options)
  }
  // Not a class that overrides `then`, so that the platform still reports unhandled rejections.
  return Object.assign(first, {
    [Symbol.asyncIterator]: () => {
      // The iteration throws the error, but perhaps only after the platform would report it as unhandled.
      first.catch(() => {})
      return itemsOf(walkPages(endpoint, params, ask))
    },
  })
}
