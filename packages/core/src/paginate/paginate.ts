import type { Client, RequestOptions } from '../client/types.ts'
import type { PagedEndpoint, Pagination } from '../endpoint/Endpoint.ts'

/** One page of a list. */
export interface Page<Params, Result, Item> {
  readonly items: readonly Item[]
  /** The whole result, for what stands beside the list. */
  readonly result: Result
  /** The parameters of the next page; undefined on the last. Keep them to go on later: `paginate(client, endpoint, next)`. */
  readonly next: Params | undefined
}

/** Type of the items in a list field. */
export type ItemOf<Result, Items extends keyof Result> = Result[Items] extends readonly (infer Item)[] | undefined
  ? Item
  : never

/**
 * Walks a list page by page, whichever way the endpoint pages. Stops on the last page, and on a cursor that comes back.
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
export async function* paginate<Params extends object, Result extends object, Items extends keyof Result & string>(
  client: Client,
  endpoint: PagedEndpoint<Params, Result, Items>,
  params: Params,
  options?: RequestOptions,
): AsyncGenerator<Page<Params, Result, ItemOf<Result, Items>>, void, undefined> {
  const { in: position, items: list } = endpoint.pagination
  const seen = new Set([field(params, position)])
  for (let current: Params | undefined = params; current;) {
    const result: Result = await client.request(endpoint, current, options)
    const items = (result[list] ?? []) as ItemOf<Result, Items>[]
    const following = nextPosition(endpoint.pagination, current, result, items.length)
    const next: Params | undefined =
      following === undefined || seen.has(following) ? undefined : { ...current, [position]: following }
    seen.add(following)
    yield { items, result, next }
    current = next
  }
}

/**
 * Walks a list item by item. See `paginate`, which also has what stands beside the list: some results name there what
 * is missing from it, as `batchGetContactsByUser` does in `fail_info`.
 *
 * @example
 * for await (const { external_userid } of paginateItems(client, listUnassignedContactsEndpoint, {})) {
 *   console.log(external_userid)
 * }
 */
export async function* paginateItems<Params extends object, Result extends object, Items extends keyof Result & string>(
  client: Client,
  endpoint: PagedEndpoint<Params, Result, Items>,
  params: Params,
  options?: RequestOptions,
): AsyncGenerator<ItemOf<Result, Items>, void, undefined> {
  for await (const page of paginate(client, endpoint, params, options)) yield* page.items
}

/** The cursor, offset or number of the page that follows; undefined after the last. */
function nextPosition(pagination: Pagination, params: object, result: object, received: number): unknown {
  const current = field(params, pagination.in)
  switch (pagination.style) {
    case 'cursor':
      return field(result, pagination.last) === true ? undefined : field(result, pagination.out) || undefined
    case 'offset': {
      const offset = field(result, pagination.out) ?? Number(current ?? 0) + received
      const total = field(result, pagination.total)
      return received === 0 || (typeof total === 'number' && Number(offset) >= total) ? undefined : offset
    }
    case 'page':
      return received === 0 || field(result, pagination.last) === true
        ? undefined
        : Number(current ?? pagination.first) + 1
  }
}

function field(object: object, name: string | undefined): unknown {
  return name === undefined ? undefined : (object as Record<string, unknown>)[name]
}
