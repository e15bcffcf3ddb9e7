import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** The fields of an acquisition link that every call returns. */
export interface AcquisitionLinkBase {
  link_name: string
  /**
   * URL of the link, which you publish. Add `customer_channel=…` to its query string to get that value back as the
   * `state` of the customers. WeCom cuts the value to 64 bytes without an error.
   */
  url: string
}

export const acquisitionLinkBaseEntries: Entries<AcquisitionLinkBase> = {
  link_name: v.string(),
  url: v.string(),
}
