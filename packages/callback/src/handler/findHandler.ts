import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventHandler } from './CallbackHandlerOptions.ts'

type Handlers = Pick<CallbackHandlerOptions, 'on' | 'onEvent'>

/** The most specific one: of the ChangeType, then of the family or InfoType, then the one for all others. */
export function findHandler({ on, onEvent }: Handlers, event: CallbackEvent): EventHandler<CallbackEvent> | undefined {
  const { ChangeType: change, Event: family = event.InfoType } = event
  const handler = (change && on[change]) ?? (family && on[family]) ?? onEvent
  // That a handler fits its event is known to the type of `on`; here the name may be any.
  return handler as EventHandler<CallbackEvent> | undefined
}
