import type { RequestOptions } from '@wecom/core'

/**
 * Function that makes a call to WeCom with options of the reader, such as its signal. It may wait and repeat the call
 * if WeCom refuses it because of too many calls.
 */
export interface Calls {
  /**
   * Makes a call.
   * @param make - function that makes one call with the given options.
   */
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
