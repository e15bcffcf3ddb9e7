import type { PagedEndpoint, Pagination } from '../endpoint/Endpoint.ts'
import type { ItemOf, Page } from './Page.ts'

export async function* walkPages<Params extends object, Result extends object, Items extends keyof Result & string>(
  { pagination }: PagedEndpoint<Params, Result, Items>,
  params: Params,
  ask: (params: Params) => Promise<Result>,
): AsyncGenerator<Page<Params, Result, ItemOf<Result, Items>>, void, undefined> {
  const { in: position, items: list } = pagination
  const seen = new Set([field(params, position)])
  for (let current: Params | undefined = params; current;) {
    const result: Result = await ask(current)
    const items = (result[list] ?? []) as ItemOf<Result, Items>[]
    const following = nextPosition(pagination, current, result, items.length)
    const next: Params | undefined =
      following === undefined || seen.has(following) ? undefined : { ...current, [position]: following }
    seen.add(following)
    yield { items, result, next }
    current = next
  }
}

export async function* itemsOf<Item>(
  pages: AsyncIterable<{ readonly items: readonly Item[] }>,
): AsyncGenerator<Item, void, undefined> {
  for await (const { items } of pages) yield* items
}

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
