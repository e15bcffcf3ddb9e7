import type { ExternalContact } from '@wecom/contacts'
import type { App } from '../tenant/apps.ts'
import type { Customer } from '../tenant/customers.ts'

/** What an app is told of a customer. Providers' apps learn neither who they are on WeChat nor the name in law of their corp. */
export function customerOnWire({ suite_id }: App, customer: Customer): ExternalContact {
  if (suite_id === undefined) return { ...customer }
  const { avatar: _avatar, unionid: _unionid, corp_full_name, ...told } = customer
  return { ...told, gender: 0, ...(corp_full_name !== undefined && { corp_full_name: told.corp_name }) }
}
