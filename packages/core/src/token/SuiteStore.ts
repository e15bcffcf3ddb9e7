/**
 * Store for the secrets of a suite: its newest ticket, and the permanent codes of the corps that authorized it. A suite
 * is a third-party app, or a template of provider-developed apps (代开发应用). Several processes, and all suites of a
 * provider, can share one store.
 *
 * WeCom sends a permanent code only once, and the code never expires. So use a store that evicts nothing, and back it
 * up.
 *
 * WeCom delivers events in any order, so the store must compare timestamps before it replaces a value. If you write
 * your own store, test it with `testSuiteStore` of `@wecom/core/testing`.
 */
export interface SuiteStore {
  /** Returns the newest ticket of a suite. Returns undefined if there is no ticket, or the ticket has expired. */
  readonly getTicket: (suiteId: string) => Promise<string | undefined>
  /**
   * Saves a ticket, unless the store contains a ticket with a later timestamp. The store must compare and save in a
   * single step.
   *
   * @param timestamp - time of the `suite_ticket` event, in unix seconds.
   * @param ttl - time until the ticket expires, in milliseconds.
   */
  readonly setTicket: (suiteId: string, ticket: string, timestamp: number, ttl: number) => Promise<void>
  /** Returns the permanent code of a corp. Returns undefined if the corp has not authorized the suite. */
  readonly getPermanentCode: (suiteId: string, corpId: string) => Promise<string | undefined>
  /**
   * Saves a permanent code, unless the store contains a code of this corp with a later timestamp. The store must
   * compare and save in a single step.
   *
   * @param timestamp - time of the authorization event, in unix seconds.
   */
  readonly setPermanentCode: (suiteId: string, corpId: string, code: string, timestamp: number) => Promise<void>
  /**
   * Deletes a permanent code, unless the code in the store has a later timestamp. In that case the corp has authorized
   * the suite again. The store must compare and delete in a single step.
   *
   * @param timestamp - time of the `cancel_auth` event, in unix seconds.
   */
  readonly deletePermanentCode: (suiteId: string, corpId: string, timestamp: number) => Promise<void>
  /** Returns the ids of all corps with a permanent code, in any order. */
  readonly listCorpIds: (suiteId: string) => Promise<string[]>
}
