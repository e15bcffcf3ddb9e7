/**
 * A list in pages, returned by `list…` functions: a promise of the first page, which is requested at once, and an
 * iterable over the items of all pages.
 *
 * The first iteration uses the page that was requested already; a second one requests it again. Each further page is
 * requested when the iteration reaches it, so `break` requests no more. `signal` stops all pages; `timeout` and
 * `totalTimeout` apply to each of them.
 *
 * @example
 * const { info } = await listUnassignedContacts(client) // one page
 *
 * for await (const contact of listUnassignedContacts(client)) {
 *   console.log(contact.external_userid) // all pages
 * }
 */
export interface Paged<Result, Item> extends Promise<Result> {
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined>
}
