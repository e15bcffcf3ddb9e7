import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventHandler } from './CallbackHandlerOptions.ts'

type Handlers = Pick<CallbackHandlerOptions, 'on' | 'onEvent'>

/** The most specific one: of family and ChangeType, of the ChangeType, of the family or InfoType, for all others. */
export function findHandler({ on, onEvent }: Handlers, event: CallbackEvent): EventHandler<CallbackEvent> | undefined {
  // That a handler fits its event is known to the type of `on`; here the name may be any.
  const handlers = on as Readonly<Record<string, EventHandler<CallbackEvent> | undefined>>
  const name = namesOf(event).find((each) => handlers[each])
  return name === undefined ? onEvent : handlers[name]
}

function namesOf({ ChangeType: change, Event, InfoType }: CallbackEvent): string[] {
  const family = Event ?? InfoType
  if (family === undefined) return []
  return change === undefined ? [family] : [`${family}.${change}`, change, family]
}
