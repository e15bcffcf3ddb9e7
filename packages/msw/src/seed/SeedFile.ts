import type { App } from '../tenant/apps.ts'
import type { Customer } from '../tenant/customers.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Department, Member } from '../tenant/members.ts'
import type { ServedContact } from '../tenant/servedContacts.ts'
import type { Strategy } from '../tenant/strategies.ts'
import type { TagGroup } from '../tenant/tags.ts'
import type { Transfer } from '../tenant/transfers.ts'

/**
 * A corp as JSON: what a tenant starts from, and what `tenant.state()` and `GET /__tenant/state` write.
 * A section that is left out is empty. Tokens, cursors, faults and the journal are not part of it.
 *
 * @example
 * const seed: SeedFile = {
 *   departments: [{ id: 1, name: '总部', parentid: 0 }],
 *   members: [{ userid: 'zhangsan', name: '张三', department: [1], customer_contact: true, verified: true }],
 * }
 */
export interface SeedFile {
  corp_id?: string | undefined
  /** ISO date at which the tenant's clock stands. */
  time?: string | undefined
  /** One app with access to everything, if left out. */
  apps?: App[] | undefined
  departments?: Department[] | undefined
  members?: Member[] | undefined
  tag_groups?: TagGroup[] | undefined
  customers?: Customer[] | undefined
  follows?: Follow[] | undefined
  served_contacts?: ServedContact[] | undefined
  transfers?: Transfer[] | undefined
  strategies?: Strategy[] | undefined
}

/** A seed with every section in it: what a tenant writes. */
export type TenantState = { [Section in keyof SeedFile]-?: Exclude<SeedFile[Section], undefined> }
