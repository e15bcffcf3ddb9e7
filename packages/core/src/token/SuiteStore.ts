/**
 * Stores the newest ticket of a suite (a third-party app, or a template of provider-developed apps) and the permanent
 * codes of the corps that authorized it. One store works for several processes and for all suites of a provider.
 *
 * Both are secrets. WeCom gives a permanent code only once, and it never expires: store it where nothing is evicted,
 * and back it up. WeCom delivers events in any order, so an earlier timestamp must not replace a later one. Run
 * `testSuiteStore` of `@wecom/core/testing` on your own store.
 */
export interface SuiteStore {
  /** Returns the newest ticket of a suite; undefined if there is none or it has expired. */
  readonly getTicket: (suiteId: string) => Promise<string | undefined>
  /**
   * Saves a ticket, unless there is one with a later timestamp, as a single step.
   *
   * @param timestamp - time of the event, in unix seconds.
   * @param ttl - milliseconds until the ticket expires.
   */
  readonly setTicket: (suiteId: string, ticket: string, timestamp: number, ttl: number) => Promise<void>
  /** Returns the permanent code of a corp; undefined if the corp has not authorized the suite. */
  readonly getPermanentCode: (suiteId: string, corpId: string) => Promise<string | undefined>
  /**
   * Saves a permanent code, unless there is one with a later timestamp, as a single step.
   *
   * @param timestamp - time of the event, in unix seconds.
   */
  readonly setPermanentCode: (suiteId: string, corpId: string, code: string, timestamp: number) => Promise<void>
  /**
   * Deletes a permanent code, unless it has a later timestamp, as a single step: a corp may have authorized again.
   *
   * @param timestamp - time of the event, in unix seconds.
   */
  readonly deletePermanentCode: (suiteId: string, corpId: string, timestamp: number) => Promise<void>
  /** Lists the corps with a permanent code, in any order. */
  readonly listCorpIds: (suiteId: string) => Promise<string[]>
}
