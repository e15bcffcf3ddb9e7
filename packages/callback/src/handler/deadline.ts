import type { CallbackEvent } from '../events/CallbackEvent.ts'

/**
 * Returns the milliseconds in which to answer. WeCom disconnects after 5 seconds, for events of suites after 1 second;
 * the network needs part of that.
 */
export function timeToAnswer(event: CallbackEvent): number {
  const { InfoType, ChangeType } = 'unknown' in event ? event.unknown : event
  const isSuiteEvent = InfoType !== undefined && ChangeType === undefined
  return isSuiteEvent ? 700 : 4_000
}

/** Returns the result of the work, or `late` after `milliseconds`; the work continues. */
export async function within<T, Late>(milliseconds: number, work: Promise<T>, late: Late): Promise<T | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
