/**
 * Keeps what WeCom gives to a suite (a third-party app, or a template of provider-developed apps): its newest ticket, and
 * the permanent codes of the corps that authorized it. For one process or for many, and for all suites of a provider.
 *
 * Both are secrets. A permanent code is given once and holds for ever: keep it where nothing is evicted, and back it up.
 * WeCom delivers events in any order, so what comes with an earlier timestamp must not replace what came with a later one.
 * Run `testSuiteStore` of `@wecom/core/testing` on a store of your own.
 */
export interface SuiteStore {
  /** The newest ticket of a suite; undefined if it has none, or its time is over. */
  readonly getTicket: (suiteId: string) => Promise<string | undefined>
  /**
   * Keeps a ticket, unless one with a later timestamp is there, as a single step.
   *
   * @param timestamp - of the event that brought it, in unix seconds.
   * @param ttl - milliseconds after which it is gone.
   */
  readonly setTicket: (suiteId: string, ticket: string, timestamp: number, ttl: number) => Promise<void>
  /** The permanent code of a corp; undefined if the corp has not authorized the suite. */
  readonly getPermanentCode: (suiteId: string, corpId: string) => Promise<string | undefined>
  /**
   * Keeps a permanent code, unless one with a later timestamp is there, as a single step.
   *
   * @param timestamp - of the event that led to it, in unix seconds.
   */
  readonly setPermanentCode: (suiteId: string, corpId: string, code: string, timestamp: number) => Promise<void>
  /**
   * Deletes a permanent code, unless it has a later timestamp, as a single step: a corp may have authorized again.
   *
   * @param timestamp - of the event that withdrew it, in unix seconds.
   */
  readonly deletePermanentCode: (suiteId: string, corpId: string, timestamp: number) => Promise<void>
  /** The corps whose permanent codes are there, in any order. */
  readonly listCorpIds: (suiteId: string) => Promise<string[]>
}
