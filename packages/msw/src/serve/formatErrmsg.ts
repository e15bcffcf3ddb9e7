import type { Refusal } from '../Refusal.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** WeCom leaves the hint out of this one. */
const withoutHint = 40014

/** errmsg of a failure, as WeCom writes it: text, trace id (ten digits of unix time first), the caller's address, a link. */
export function formatErrmsg(tenant: Tenant, { errcode, message }: Refusal, ip: string): string {
  if (errcode === withoutHint) return message
  const hint = `${String(tenant.clock.seconds()).padStart(10, '0')}${tenant.ephemeral.digits(15)}`
  return `${message}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
}
