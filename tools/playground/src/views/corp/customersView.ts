import type { Customer, Follow, FakeCorp } from '@wecom/mock'
import { type Child, element } from '../../dom/element.ts'
import { table } from '../table.ts'
import type { PageContext, View } from '../View.ts'

/** Maximum number of customers in the view. */
const most = 20

/** Creates the list of customers, newest first. Each entry shows the members who have the customer. */
export function customersView({ corp, texts }: PageContext): View {
  const place = element('div')
  return {
    element: place,
    update: () => {
      const all = corp.customers.list()
      const newest = all.toReversed().slice(0, most)
      place.replaceChildren(
        element('p', { class: 'hint' }, texts.customerCount(newest.length, all.length)),
        table(
          texts.customers,
          [texts.columns.customer, texts.columns.members, texts.columns.tags],
          newest.map((customer) => toRow(customer, corp)),
        ),
      )
    },
  }
}

function toRow({ external_userid, name }: Customer, corp: FakeCorp): Child[] {
  const follows = corp.follows.ofCustomer(external_userid)
  const tags = new Set(follows.flatMap((follow) => follow.tag_ids))
  return [
    element('div', {}, name, ' ', element('code', { class: 'id' }, external_userid)),
    element('div', {}, ...follows.map((follow) => element('div', {}, memberInWords(follow, corp)))),
    element(
      'div',
      {},
      ...[...tags].map((id) => element('span', { class: 'badge' }, corp.tags.find(id)?.tag.name ?? id)),
    ),
  ]
}

function memberInWords({ userid, remark, description }: Follow, { members }: FakeCorp): string {
  const notes = [remark, description].filter(Boolean).join(', ')
  return `${members.find(userid)?.name ?? userid}${notes && `: ${notes}`}`
}
