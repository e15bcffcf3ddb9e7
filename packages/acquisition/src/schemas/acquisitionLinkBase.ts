import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** An acquisition link, with its name and URL. */
export interface AcquisitionLinkBase {
  link_name: string
  /**
   * URL of the acquisition link, for customers to open. To identify where customers come from, append
   * `customer_channel=…` to the query string of the URL. For a customer who used this URL, `listAcquisitionCustomers`
   * and `getContact` return the value as `state`, and events contain it as `State`. WeCom cuts a value of more than 64
   * bytes to 64 bytes, without an error.
   */
  url: string
}

export const acquisitionLinkBaseEntries: Entries<AcquisitionLinkBase> = {
  link_name: v.string(),
  url: v.string(),
}
