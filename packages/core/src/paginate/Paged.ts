/**
 * A list in pages, as the `list…` functions return it. It is a promise of the first page, and an iterable over the
 * items of all pages.
 *
 * The function requests the first page at once. The first iteration uses this page, and a second iteration requests it
 * again. Each further page is requested when the iteration reaches it, so nothing is requested after a `break`.
 * `signal` stops all pages. `timeout` and `totalTimeout` apply to each page.
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
