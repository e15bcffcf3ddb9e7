import { isWeComError } from '@wecom/core'
import { type Statistics, readStatistics } from '../../corp/statistics.ts'
import { element } from '../../dom/element.ts'
import type { PageContext, View } from '../View.ts'
import { barChart } from './barChart.ts'

const charts: readonly (keyof Statistics)[] = ['customersByMember', 'newContacts', 'messages', 'chats', 'groupMembers']

/** Creates the charts of the fake corp's statistics. */
export function statisticsView({ corp, texts }: PageContext): View {
  const place = element('div', { class: 'charts' })

  async function show(): Promise<void> {
    try {
      const statistics = await readStatistics(corp)
      const open = [...place.querySelectorAll('details')].map((details) => details.open)
      place.replaceChildren(...charts.map((name) => barChart(texts[name], statistics[name], texts)))
      for (const [index, details] of place.querySelectorAll('details').entries()) details.open = open[index] ?? false
    } catch (error) {
      // A fault for these calls also occurs here.
      if (!isWeComError(error)) throw error
      place.replaceChildren(element('p', { class: 'problem' }, `${texts.noFigures} ${error.summary}`))
    }
  }

  return {
    element: element('div', {}, element('p', { class: 'hint' }, texts.statisticsIntroduction), place),
    update: () => void show(),
  }
}
