import type { ExternalProfile } from '@wecom/contacts'
import { Keyed } from './Keyed.ts'

/** A customer, whoever follows them. Never changed. */
export interface Customer {
  /** Starts with `wm` for a WeChat user, `wo` for a WeCom user. */
  readonly external_userid: string
  readonly name: string
  readonly avatar?: string | undefined
  /** 1 WeChat user, 2 WeCom user. */
  readonly type: 1 | 2
  /** 0 unknown, 1 male, 2 female. */
  readonly gender: 0 | 1 | 2
  readonly unionid?: string | undefined
  readonly position?: string | undefined
  readonly corp_name?: string | undefined
  readonly corp_full_name?: string | undefined
  readonly external_profile?: ExternalProfile | undefined
}

/** All customers that the corp ever had. */
export class Customers extends Keyed<Customer> {
  constructor() {
    super(({ external_userid }) => external_userid)
  }

  add(customer: Customer): void {
    this.put(customer)
  }
}
