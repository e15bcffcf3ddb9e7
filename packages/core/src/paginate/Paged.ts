/**
 * The return value of a `list…` function. Await it to get the result with the first page. Iterate over it with `for
 * await` to get the items of all pages.
 *
 * The function requests the first page at once. It requests each further page when the iteration reaches that page, so
 * a `break` ends the requests. A second iteration requests the first page again. The option `signal` stops the requests
 * for all pages. The options `timeout` and `totalTimeout` apply to each page.
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
