import type { RequestOptions } from '@wecom/core'

/**
 * Runs a function that sends one request to WeCom, with options such as a signal. If WeCom refuses the request because
 * of too many requests, may wait and run the function again.
 */
export interface Calls {
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
