import type { RequestOptions } from '@wecom/core'

/**
 * Function through which this package makes all calls to WeCom. It adds options such as a signal to each call. If WeCom
 * refuses a call because there were too many calls, the function may wait and repeat the call.
 */
export interface Calls {
  /**
   * Makes a call to WeCom.
   * @param make - function that makes one call with the given options.
   */
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
