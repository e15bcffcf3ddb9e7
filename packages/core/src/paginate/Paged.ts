/**
 * A list that comes in pages, as the `list…` functions return it: a promise of the first page, which is requested at
 * once, and an iterable of the items of all pages.
 *
 * The first iteration begins with the page that was requested already, a further one requests it again. Each next page
 * is requested when the iteration comes to it, so that `break` requests nothing more. `signal` stops all pages;
 * `timeout` and `totalTimeout` hold for each of them.
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
