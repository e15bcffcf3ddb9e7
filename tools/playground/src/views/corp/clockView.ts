import { beijingTime } from '../../corp/beijingTime.ts'
import { element } from '../../dom/element.ts'
import type { PageContext, View } from '../View.ts'

const moves = {
  hour: { hours: 1 },
  twoHours: { hours: 2 },
  day: { days: 1 },
  week: { days: 7 },
} as const

/**
 * Creates the view of the fake corp's clock. The clock stands still, and the buttons move it forward. Another button
 * resets the fake corp.
 */
export function clockView({ corp, history, texts, announce, changed }: PageContext): View {
  const time = element('time')
  const buttons = Object.entries(moves).map(([name, span]) =>
    element(
      'button',
      {
        type: 'button',
        onclick: () => {
          corp.clock.advance(span)
          history.addClockMove()
          changed()
          announce(texts.clockMoved(beijingTime(corp.clock.now())))
        },
      },
      texts.moveClock[name as keyof typeof moves],
    ),
  )
  const reset = element('button', { type: 'button', class: 'quiet' }, texts.startAnew)
  reset.addEventListener('click', () => {
    corp.reset()
    history.clear()
    changed()
    announce(texts.startedAnew)
  })
  return {
    element: element(
      'section',
      { class: 'card', 'aria-label': texts.clock },
      element('h3', {}, texts.clock),
      element('p', { class: 'clock' }, `${texts.clockNow} `, time),
      element('div', { class: 'buttons' }, ...buttons, reset),
    ),
    update: () => {
      time.textContent = beijingTime(corp.clock.now())
    },
  }
}
