import type { AnyEndpoint } from '@wecom/core'
import { element } from '../../dom/element.ts'
import { tabs } from '../tabs.ts'
import type { PageContext, View } from '../View.ts'
import { clockView } from './clockView.ts'
import { customersView } from './customersView.ts'
import { faultsView } from './faultsView.ts'
import { groupsView } from './groupsView.ts'
import { peopleView } from './peopleView.ts'
import { statisticsView } from './statisticsView.ts'
import { timelineView } from './timelineView.ts'

/**
 * Creates the view of the fake corp: its clock, forms for actions of members and customers, faults, and the data of the
 * corp.
 *
 * @param currentEndpoint - returns the endpoint that the user has selected. The view adds faults to this endpoint.
 */
export function corpView(context: PageContext, currentEndpoint: () => AnyEndpoint): View {
  const { texts } = context
  const views = tabs(texts.views, [
    { name: texts.timeline, ...timelineView(context) },
    { name: texts.customers, ...customersView(context) },
    { name: texts.groups, ...groupsView(context) },
    { name: texts.statistics, ...statisticsView(context) },
  ])
  const parts = [clockView(context), peopleView(context), faultsView(context, currentEndpoint), views]
  return {
    element: element(
      'div',
      {},
      element('h2', { tabindex: -1 }, texts.corp),
      element('p', { class: 'title' }, texts.corpIntroduction),
      ...parts.map((part) => part.element),
    ),
    update: () => {
      for (const part of parts) part.update()
    },
  }
}
