import {
  type AcquisitionPriorityOptionParams,
  type AcquisitionRangeParams,
  createAcquisitionLinkEndpoint,
  createAcquisitionOnceKeysEndpoint,
  deleteAcquisitionLinkEndpoint,
  getAcquisitionChatInfoEndpoint,
  getAcquisitionComponentAuthEndpoint,
  getAcquisitionLinkEndpoint,
  getAcquisitionPermitEndpoint,
  getAcquisitionQuotaEndpoint,
  getAcquisitionStatisticEndpoint,
  listAcquisitionBillsEndpoint,
  listAcquisitionCustomersEndpoint,
  listAcquisitionLinksEndpoint,
  updateAcquisitionLinkEndpoint,
} from '@wecom/acquisition'
import { isDaySpan } from '@wecom/core/define'
import { Refusal } from '../base/Refusal.ts'
import { beijingDay } from '../base/clock.ts'
import type { AcquisitionLink } from '../state/acquisition.ts'
import { notServed, serve, type Served } from './serve.ts'

const component = 'only the acquisition component (获客助手组件) of a provider may call it'

// No public page shows WeCom's answers to these calls.
const componentCallsServed: readonly Served[] = [
  notServed(createAcquisitionOnceKeysEndpoint, component),
  notServed(getAcquisitionComponentAuthEndpoint, component),
  notServed(listAcquisitionBillsEndpoint, component),
  notServed(getAcquisitionPermitEndpoint, 'only marketing acquisition apps (营销获客) may call it'),
]

function toRange({
  user_list = [],
  department_list = [],
}: AcquisitionRangeParams): Pick<AcquisitionLink, 'user_list' | 'department_list'> {
  // Contains both lists, even if `range` has only one, so that an update replaces the whole range.
  return { user_list, department_list }
}

function toPriority({
  priority_type,
  priority_userid_list,
}: AcquisitionPriorityOptionParams): Pick<AcquisitionLink, 'priority_type' | 'priority_userid_list'> {
  return {
    ...(priority_type !== undefined && { priority_type }),
    ...(priority_type === 2 && { priority_userid_list: priority_userid_list ?? [] }),
  }
}

const createAcquisitionLinkServed: Served = serve(
  createAcquisitionLinkEndpoint,
  (corp, { link_name, range, skip_verify = true, priority_option, mark_source = true }, { app }) => {
    const { link_id, url, create_time } = corp.acquisition.create(app, {
      link_name,
      ...toRange(range),
      skip_verify,
      mark_source,
      ...(priority_option && toPriority(priority_option)),
    })
    return { link: { link_id, link_name, url, create_time } }
  },
)

const getAcquisitionLinkServed: Served = serve(getAcquisitionLinkEndpoint, (corp, { link_id }, { app }) => {
  const link = corp.acquisition.get(app, link_id)
  const { link_name, url, create_time, skip_verify, mark_source } = link
  const { user_list, department_list, priority_type, priority_userid_list } = link
  return {
    link: { link_name, url, create_time, skip_verify, mark_source },
    range: { user_list, department_list },
    ...(priority_type !== undefined && {
      priority_option: { priority_type, ...(priority_userid_list && { priority_userid_list }) },
    }),
  }
})

const maxLinks = 100

const listAcquisitionLinksServed: Served = serve(
  listAcquisitionLinksEndpoint,
  (corp, { cursor, limit = maxLinks }, { app }) => {
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listAcquisitionLinks', app.name],
      cursor,
      limit,
      list: () => corp.acquisition.list().filter((link) => link.app === app.name),
    })
    return { link_id_list: items.map(({ link_id }) => link_id), next_cursor }
  },
  { failureFields: { link_id_list: [] } },
)

const updateAcquisitionLinkServed: Served = serve(
  updateAcquisitionLinkEndpoint,
  (corp, { link_id, link_name, range, skip_verify, priority_option, mark_source }, { app }) => {
    corp.acquisition.update(app, link_id, {
      ...(link_name && { link_name }),
      ...(range && toRange(range)),
      ...(skip_verify !== undefined && { skip_verify }),
      ...(priority_option && { priority_type: undefined, priority_userid_list: undefined }),
      ...(priority_option && toPriority(priority_option)),
      ...(mark_source !== undefined && { mark_source }),
    })
    return {}
  },
)

const deleteAcquisitionLinkServed: Served = serve(deleteAcquisitionLinkEndpoint, (corp, { link_id }, { app }) => {
  corp.acquisition.delete(app, link_id)
  return {}
})

const maxCustomers = 1000

const listAcquisitionCustomersServed: Served = serve(
  listAcquisitionCustomersEndpoint,
  (corp, { link_id, cursor, limit = maxCustomers }, { app }) => {
    corp.acquisition.get(app, link_id)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listAcquisitionCustomers', app.name, link_id],
      cursor,
      limit,
      list: () => corp.acquisition.customers().filter((customer) => customer.link_id === link_id),
    })
    return {
      customer_list: items.map(({ external_userid, userid, state = '', at }) => ({
        external_userid,
        userid,
        chat_status: corp.conversations.countFromCustomer(userid, external_userid, at) > 0 ? 1 : 0,
        state,
      })),
      next_cursor,
    }
  },
  { failureFields: { customer_list: [] } },
)

const getAcquisitionChatInfoServed: Served = serve(getAcquisitionChatInfoEndpoint, (corp, { chat_key }, { app }) => {
  const { userid, external_userid, recv_msg_cnt, link_id, state = '' } = corp.chatKeys.read(chat_key)
  if (corp.acquisition.find(link_id)?.app !== app.name) throw new Refusal(41201)
  return { userid, external_userid, chat_info: { recv_msg_cnt, link_id, state } }
})

const getAcquisitionQuotaServed: Served = serve(getAcquisitionQuotaEndpoint, ({ acquisitionQuotas }) => ({
  total: acquisitionQuotas.state().total,
  balance: acquisitionQuotas.balance(),
  quota_list: acquisitionQuotas.parts().map((part) => ({ ...part })),
}))

const maxDaysBack = 180

const getAcquisitionStatisticServed: Served = serve(
  getAcquisitionStatisticEndpoint,
  (corp, { link_id, start_time, end_time }, { app }) => {
    corp.acquisition.get(app, link_id)
    if (beijingDay(corp.clock.seconds()) - beijingDay(start_time) > maxDaysBack) throw new Refusal(600018)
    const { clicked, added } = corp.acquisition.countUse(link_id, start_time, end_time)
    return { click_link_customer_cnt: clicked, new_customer_cnt: added }
  },
  {
    // Checks the span here, because the schema would refuse it with 40058.
    precheck: ({ start_time, end_time }) => {
      if (typeof start_time !== 'number' || typeof end_time !== 'number') return
      if (!isDaySpan(start_time, end_time)) throw new Refusal(600018)
    },
  },
)

// The system app 客户联系 may make none of these calls.
export const acquisitionServed: readonly Served[] = [
  createAcquisitionLinkServed,
  deleteAcquisitionLinkServed,
  getAcquisitionChatInfoServed,
  getAcquisitionLinkServed,
  getAcquisitionQuotaServed,
  getAcquisitionStatisticServed,
  listAcquisitionCustomersServed,
  listAcquisitionLinksServed,
  updateAcquisitionLinkServed,
  ...componentCallsServed,
].map((served) => ({ ...served, systemApp: false }))
