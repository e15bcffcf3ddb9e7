import type { CorpEvent } from '@wecom/mock'
import { beijingTime } from '../../corp/beijingTime.ts'
import type { Happening } from '../../corp/history.ts'
import { breakable } from '../../dom/breakable.ts'
import { type Child, element } from '../../dom/element.ts'
import type { PageContext, View } from '../View.ts'
import { deliveryView } from './deliveryView.ts'

/** Creates the view of the fake corp's history, newest entry first. */
export function timelineView(context: PageContext): View {
  const { history, texts } = context
  const place = element('div')
  /**
   * The list item of each entry. Updates reuse the items, because a new item would close a callback that the user has
   * opened.
   */
  const rows = new WeakMap<Happening, HTMLElement>()

  function rowOf(happening: Happening): HTMLElement {
    const row = rows.get(happening) ?? createRow(happening, context)
    rows.set(happening, row)
    return row
  }

  return {
    element: place,
    update: () => {
      const happenings = history.newestFirst()
      place.replaceChildren(
        happenings.length === 0
          ? element('p', { class: 'hint' }, texts.nothingHappened)
          : element('ol', { class: 'timeline', reversed: true }, ...happenings.map(rowOf)),
      )
    },
  }
}

function createRow(happening: Happening, context: PageContext): HTMLElement {
  return element(
    'li',
    { 'data-kind': happening.kind },
    element('time', {}, beijingTime(happening.at)),
    ' ',
    ...inWords(happening, context),
    happening.kind === 'event' ? deliveryView(happening.event, context) : undefined,
  )
}

function inWords(happening: Happening, context: PageContext): Child[] {
  const { texts } = context
  switch (happening.kind) {
    case 'clock':
      return [texts.clockReads]
    case 'action':
      return [texts.actions[happening.action]]
    case 'call': {
      const { endpoint, outcome } = happening.call
      return [
        `${texts.called} `,
        element('code', {}, ...breakable(endpoint.name)),
        outcome.kind === 'error' ? element('span', { class: 'problem' }, ` ${texts.refused}`) : undefined,
      ]
    }
    case 'event':
      return eventInWords(happening.event, context)
  }
}

/** Creates the description of an event: the people, what they did, and the name of the event in callbacks. */
function eventInWords(event: CorpEvent, { corp, texts }: PageContext): Child[] {
  const { Event, ChangeType } = event
  const idOf = (field: string): string => JSON.stringify(event[field] ?? '').replaceAll('"', '')
  const who = [
    corp.members.find(idOf('UserID'))?.name,
    corp.customers.find(idOf('ExternalUserID'))?.name,
    corp.groupChats.find(idOf('ChatId'))?.name,
  ].filter(Boolean)
  return [
    element('strong', {}, who.join(' · ')),
    ` ${texts.happenings[ChangeType ?? Event] ?? ''} `,
    element('code', {}, ...breakable([Event, ChangeType].filter(Boolean).join(' / '))),
  ]
}
