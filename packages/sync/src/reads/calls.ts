import type { RequestOptions } from '@wecom/core'

/**
 * Makes all calls of this package to WeCom. It adds options such as a signal, and may wait and repeat a call that WeCom
 * refused because of too many calls.
 */
export interface Calls {
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
