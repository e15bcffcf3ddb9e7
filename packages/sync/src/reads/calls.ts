import type { RequestOptions } from '@wecom/core'

/**
 * Makes a call to WeCom. `make` sends one request with the given options, such as a signal. During a full run, the
 * function waits and calls `make` again if WeCom refuses the request because of too many requests.
 */
export interface Calls {
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
