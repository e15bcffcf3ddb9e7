import {
  getAcquisitionComponentAuthEndpoint,
  getAcquisitionLinkEndpoint,
  getAcquisitionPermitEndpoint,
  getAcquisitionQuotaEndpoint,
  getAcquisitionStatisticEndpoint,
  listAcquisitionCustomersEndpoint,
  listAcquisitionLinksEndpoint,
} from '@wecom/acquisition'
import { getContactWayEndpoint, listContactWaysEndpoint } from '@wecom/contact-way'
import { listApiDomainIpsEndpoint, listCallbackIpsEndpoint } from '@wecom/core'
import {
  convertChatIdsEndpoint,
  convertCorpGroupExternalUseridsToPendingIdsEndpoint,
  convertExternalTagidsEndpoint,
  convertExternalUseridToOpenidEndpoint,
  convertExternalUseridsToPendingIdsEndpoint,
  convertToServiceExternalUseridEndpoint,
  getNewExternalUseridsEndpoint,
  getOpenidMigrationEndpoint,
} from '@wecom/id-convert'
import { getInterceptRuleEndpoint, listInterceptRulesEndpoint } from '@wecom/intercept'
import { getProductAlbumEndpoint, listProductAlbumsEndpoint } from '@wecom/products'
import { pickIds } from '../pick.ts'
import { addAll } from './Found.ts'
import { type Step, limit, step } from './Step.ts'

const day = 24 * 60 * 60

export const corpSteps: readonly Step[] = [
  step(listApiDomainIpsEndpoint, { calls: () => [{}] }),
  step(listCallbackIpsEndpoint, { calls: () => [{}] }),
  step(listContactWaysEndpoint, {
    calls: () => [{ limit }],
    learn: ({ contactWays }, answer) => addAll(contactWays, pickIds(answer, 'contact_way[].config_id')),
  }),
  step(getContactWayEndpoint, {
    needs: 'a contact way',
    calls: ({ contactWays }) => [...contactWays].map((config_id) => ({ config_id })),
  }),
  step(listAcquisitionLinksEndpoint, {
    calls: () => [{ limit }],
    learn: ({ acquisitionLinks }, answer) => addAll(acquisitionLinks, pickIds(answer, 'link_id_list[]')),
  }),
  step(getAcquisitionLinkEndpoint, {
    needs: 'an acquisition link',
    calls: ({ acquisitionLinks }) => [...acquisitionLinks].map((link_id) => ({ link_id })),
  }),
  step(listAcquisitionCustomersEndpoint, {
    needs: 'an acquisition link',
    calls: ({ acquisitionLinks }) => [...acquisitionLinks].map((link_id) => ({ link_id, limit })),
  }),
  step(getAcquisitionStatisticEndpoint, {
    needs: 'an acquisition link',
    calls: ({ acquisitionLinks, now }) =>
      [...acquisitionLinks].map((link_id) => ({ link_id, start_time: now - 8 * day, end_time: now - day })),
  }),
  step(getAcquisitionQuotaEndpoint, { calls: () => [{}] }),
  step(getAcquisitionPermitEndpoint, { calls: () => [{}] }),
  step(getAcquisitionComponentAuthEndpoint, { calls: () => [{}] }),
  step(listProductAlbumsEndpoint, {
    calls: () => [{ limit }],
    learn: ({ products }, answer) => addAll(products, pickIds(answer, 'product_list[].product_id')),
  }),
  step(getProductAlbumEndpoint, {
    needs: 'a product',
    calls: ({ products }) => [...products].map((product_id) => ({ product_id })),
  }),
  step(listInterceptRulesEndpoint, {
    calls: () => [{}],
    learn: ({ interceptRules }, answer) => addAll(interceptRules, pickIds(answer, 'rule_list[].rule_id')),
  }),
  step(getInterceptRuleEndpoint, {
    needs: 'an intercept rule',
    calls: ({ interceptRules }) => [...interceptRules].map((rule_id) => ({ rule_id })),
  }),
  step(convertExternalUseridToOpenidEndpoint, {
    needs: 'a customer who uses WeChat',
    calls: ({ customers }) =>
      [...customers].filter((id) => id.startsWith('wm')).map((external_userid) => ({ external_userid })),
  }),
  step(convertToServiceExternalUseridEndpoint, {
    needs: 'a customer',
    calls: ({ customers }) => [...customers].map((external_userid) => ({ external_userid })),
  }),
  step(convertExternalUseridsToPendingIdsEndpoint, {
    needs: 'a customer',
    calls: ({ customers }) => (customers.size > 0 ? [{ external_userid: first(customers) }] : []),
  }),
  step(convertCorpGroupExternalUseridsToPendingIdsEndpoint, {
    needs: 'a customer',
    calls: ({ customers }) => (customers.size > 0 ? [{ external_userid: first(customers) }] : []),
  }),
  step(getNewExternalUseridsEndpoint, {
    needs: 'a customer',
    calls: ({ customers }) => (customers.size > 0 ? [{ external_userid_list: first(customers) }] : []),
  }),
  step(getOpenidMigrationEndpoint, { calls: () => [{}] }),
  step(convertExternalTagidsEndpoint, {
    needs: 'a tag',
    calls: ({ tags }) => (tags.size > 0 ? [{ external_tagid_list: first(tags) }] : []),
  }),
  step(convertChatIdsEndpoint, {
    needs: 'a group chat',
    calls: ({ groupChats }) => (groupChats.size > 0 ? [{ chat_id_list: first(groupChats) }] : []),
  }),
]

function first(ids: ReadonlySet<string>): string[] {
  return [...ids].slice(0, limit)
}
