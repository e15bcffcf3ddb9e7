import type { RequestOptions } from '@wecom/core'

/**
 * Runs a function that sends one request to WeCom, with options such as a signal. May wait and run it again if WeCom
 * refused the request because of too many requests.
 */
export interface Calls {
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
