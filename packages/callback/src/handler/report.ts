import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'

/** Tells `onError` of a failure. One that fails itself must take nothing down with it, be it at once or later. */
export async function report(
  { onError }: Pick<CallbackHandlerOptions, 'onError'>,
  error: unknown,
  event?: CallbackEvent,
): Promise<void> {
  try {
    await onError?.(error, event)
  } catch {
    // There is nobody else to tell.
  }
}
