import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint } from '../endpoint/Endpoint.ts'
import type { ItemOf } from './Page.ts'
import type { Paged } from './Paged.ts'
import { itemsOf, walkPages } from './walkPages.ts'

/**
 * Requests the first page of a list. Functions that return `Paged` use it.
 *
 * @param client - from `createClient`.
 * @param endpoint - a paged endpoint.
 * @param params - parameters of the first page.
 * @param options - `signal` and timeouts, for each of the pages.
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
    const held = unread
    unread = undefined
    return held ?? client.request(endpoint, page, options)
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
