import {
  batchGetContactsByUserEndpoint,
  checkFollowUsersEndpoint,
  getContactEndpoint,
  getContactTransferResultLegacyEndpoint,
  getCustomerStrategyEndpoint,
  listContactIdsEndpoint,
  listContactTransferResultsEndpoint,
  listCustomerStrategiesEndpoint,
  listCustomerStrategyRangeEndpoint,
  listFollowUsersEndpoint,
  listResignedContactTransferResultsEndpoint,
  listServedContactsEndpoint,
  listUnassignedContactsEndpoint,
} from '@wecom/contacts'
import { listCorpTagsEndpoint, listStrategyTagsEndpoint } from '@wecom/tags'
import { pickIds, pickNumbers } from '../pick.ts'
import { type Found, addAll } from './Found.ts'
import { type Step, limit, step } from './Step.ts'

export const contactSteps: readonly Step[] = [
  step(listFollowUsersEndpoint, {
    calls: () => [{}],
    learn: ({ members }, answer) => addAll(members, pickIds(answer, 'follow_user[]')),
  }),
  step(checkFollowUsersEndpoint, {
    needs: 'a member',
    calls: ({ members }) => (members.size > 0 ? [{ userid: first(members, 20) }] : []),
  }),
  step(batchGetContactsByUserEndpoint, {
    needs: 'a member',
    calls: ({ members }) => (members.size > 0 ? [{ userid_list: first(members, 100), limit }] : []),
    learn: ({ customers }, answer) =>
      addAll(customers, pickIds(answer, 'external_contact_list[].external_contact.external_userid')),
  }),
  step(listContactIdsEndpoint, {
    needs: 'a member',
    calls: ({ members }) => [...members].map((userid) => ({ userid })),
    learn: ({ customers }, answer) => addAll(customers, pickIds(answer, 'external_userid[]')),
  }),
  step(getContactEndpoint, {
    needs: 'a customer',
    calls: ({ customers }) => oneOfEachKindFirst([...customers]).map((external_userid) => ({ external_userid })),
  }),
  step(listServedContactsEndpoint, { calls: () => [{ limit }] }),
  step(listUnassignedContactsEndpoint, {
    calls: () => [{ page_size: limit }],
    learn: ({ resigned }, answer) => addAll(resigned, pickIds(answer, 'info[].handover_userid')),
  }),
  step(listContactTransferResultsEndpoint, {
    needs: 'two members',
    calls: ({ members }) => {
      const [handover_userid, takeover_userid] = members
      return handover_userid && takeover_userid ? [{ handover_userid, takeover_userid }] : []
    },
    learn: learnTransfers,
  }),
  step(listResignedContactTransferResultsEndpoint, {
    needs: 'a member who left and one who stayed',
    calls: ({ resigned, members }) => {
      const [takeover_userid] = members
      return takeover_userid ? [...resigned].map((handover_userid) => ({ handover_userid, takeover_userid })) : []
    },
    learn: learnTransfers,
  }),
  step(getContactTransferResultLegacyEndpoint, {
    needs: 'a transferred customer',
    calls: ({ transfers }) => transfers,
  }),
  step(listCustomerStrategiesEndpoint, {
    calls: () => [{ limit }],
    learn: ({ customerStrategies }, answer) =>
      addAll(customerStrategies, pickNumbers(answer, 'strategy[].strategy_id')),
  }),
  step(getCustomerStrategyEndpoint, {
    needs: 'a rule group',
    calls: ({ customerStrategies }) => [...customerStrategies].map((strategy_id) => ({ strategy_id })),
  }),
  step(listCustomerStrategyRangeEndpoint, {
    needs: 'a rule group',
    calls: ({ customerStrategies }) => [...customerStrategies].map((strategy_id) => ({ strategy_id, limit })),
  }),
  step(listCorpTagsEndpoint, {
    calls: () => [{}],
    learn: ({ tags }, answer) => addAll(tags, pickIds(answer, 'tag_group[].tag[].id')),
  }),
  step(listStrategyTagsEndpoint, {
    needs: 'a rule group',
    calls: ({ customerStrategies }) => [...customerStrategies].map((strategy_id) => ({ strategy_id })),
  }),
]

function learnTransfers(
  { transfers }: Found,
  answer: unknown,
  { handover_userid, takeover_userid }: { handover_userid: string; takeover_userid: string },
): void {
  for (const external_userid of pickIds(answer, 'customer[].external_userid')) {
    transfers.push({ external_userid, handover_userid, takeover_userid })
  }
}

function first(ids: ReadonlySet<string>, count: number): string[] {
  return [...ids].slice(0, count)
}

function oneOfEachKindFirst(ids: readonly string[]): string[] {
  // The details of WeChat users (`wm…`) and WeCom users (`wo…`) have different fields, and only the first ids are used.
  const kinds = ['wm', 'wo'].flatMap((prefix) => ids.find((id) => id.startsWith(prefix)) ?? [])
  return [...new Set([...kinds, ...ids])]
}
