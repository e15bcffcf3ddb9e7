import type { RequestOptions } from '@wecom/core'

/**
 * Function that makes a call to WeCom. It adds options such as a signal. If WeCom refuses the call because of too many
 * calls, the function may wait and repeat the call.
 */
export interface Calls {
  /**
   * Makes a call to WeCom.
   * @param make - function that makes one call with the given options.
   */
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
