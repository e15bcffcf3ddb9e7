import type { ClientEvent } from '@wecom/core'
import type { CallRecord } from '../../call/CallRecord.ts'
import { breakable } from '../../dom/breakable.ts'
import { type Child, element } from '../../dom/element.ts'
import type { Texts } from '../../i18n/Texts.ts'
import { table } from '../table.ts'
import type { PageContext } from '../View.ts'

/** Creates the list of events of one call: those of the client in the page, and those of the client in the proxy. */
export function eventLog({ events }: CallRecord, { texts }: PageContext): Child[] {
  if (events.length === 0) return []
  const { columns, sides, eventTypes } = texts
  return [
    element('h3', {}, texts.events),
    table(
      texts.events,
      [columns.time, columns.client, columns.event, columns.detail],
      events.map(({ side, at, event }) => [
        element('span', { class: 'nowrap' }, texts.milliseconds(at)),
        sides[side],
        element('span', { class: 'nowrap event', 'data-type': event.type }, eventTypes[event.type]),
        element('span', {}, ...breakable(detail(event, texts))),
      ]),
    ),
  ]
}

function detail(event: ClientEvent, texts: Texts): string {
  switch (event.type) {
    case 'request':
      return `${event.endpoint}, ${texts.attempt(event.attempt)}`
    case 'response':
      return `${event.endpoint}, ${texts.milliseconds(event.durationMs)}`
    case 'retry':
      return `${event.endpoint}, ${texts.attempt(event.attempt)}, ${texts.againIn(texts.milliseconds(event.waitMs))}`
    case 'failure':
    case 'refresh':
      return event.error.summary
    case 'mismatch':
      return event.issues.map(({ path, message }) => `${path}: ${message}`).join('; ')
    case 'store-failure':
      return `${event.operation}: ${event.errorName}`
  }
}
