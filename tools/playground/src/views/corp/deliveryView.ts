import type { CorpEvent } from '@wecom/mock'
import { callbackKeys } from '../../callback/Inbox.ts'
import { breakable } from '../../dom/breakable.ts'
import { type Child, element } from '../../dom/element.ts'
import { codeBlock, jsonBlock } from '../codeBlock.ts'
import type { PageContext } from '../View.ts'

/**
 * Creates a view of the callback that delivered an event. The view is collapsed at first. When the user opens the view,
 * it shows the request, the decrypted message, and the event that a handler receives. If the user opens another such
 * view, this view closes.
 */
export function deliveryView(event: CorpEvent, context: PageContext): HTMLElement {
  const place = element('div')
  const details = element(
    'details',
    { class: 'delivery', name: 'delivery' },
    element('summary', {}, context.texts.delivery),
    place,
  )
  // Read on opening, because the callback arrives a moment after the event.
  details.addEventListener('toggle', () => {
    if (details.open) place.replaceChildren(...arrivalOf(event, context).filter((child) => child !== undefined))
  })
  return details
}

function arrivalOf(event: CorpEvent, { corp, inbox, texts }: PageContext): Child[] {
  const delivery = corp.deliveries.list().find((each) => each.event === event)
  const arrival = delivery && inbox.find(delivery.message)
  if (!arrival) return [element('p', { class: 'hint' }, texts.notDelivered)]
  const { token, encodingAesKey } = callbackKeys
  return [
    element('h4', {}, texts.deliveryEncrypted),
    codeBlock(texts.deliveryEncrypted, `POST ${arrival.address}\n\n${arrival.body}`),
    element('p', { class: 'hint' }, ...breakable(texts.deliveryKeys(token, encodingAesKey))),
    element('h4', {}, texts.deliveryPlain),
    codeBlock(texts.deliveryPlain, arrival.message),
    element('h4', {}, texts.deliveryEvent),
    jsonBlock(texts.deliveryEvent, arrival.event),
  ]
}
