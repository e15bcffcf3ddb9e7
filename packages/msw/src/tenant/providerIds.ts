import type { App } from './apps.ts'
import { otherId } from './serviceIds.ts'
import type { Tenant } from './Tenant.ts'

/** Fields of calls, answers and events that hold the id of a customer, or a list with such. */
const fields: ReadonlySet<string> = new Set([
  'external_userid',
  'external_userid_list',
  'userid',
  'oper_userid',
  'fail_list',
  'ExternalUserID',
  'Item',
])

/** Whether a provider's app speaks of customers by the provider's ids. */
export function speaksOfServiceIds({ provider }: Pick<Tenant, 'provider'>, app: App | undefined): boolean {
  return app?.suite_id !== undefined && (provider.get()?.migrated.includes(3) ?? false)
}

/**
 * A copy in which the ids of customers are the provider's where they were the corp's, and the other way round. It leads in
 * both ways: what a migrated app sends becomes what the corp knows, and what it is told becomes what it knows. The corp's
 * id, sent by such an app, becomes one that nobody has, as it should be to that app.
 */
export function swapIds<Value>({ customers }: Pick<Tenant, 'customers'>, value: Value): Value {
  const isCustomers = (text: string): boolean => [text, otherId(text)].some((id) => customers.find(id) !== undefined)
  const swap = (part: unknown, field: string): unknown => {
    if (typeof part === 'string') return fields.has(field) && isCustomers(part) ? otherId(part) : part
    if (Array.isArray(part)) return part.map((item) => swap(item, field))
    // Files are left alone.
    if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, swap(inner, name)]))
  }
  return swap(value, '') as Value
}
