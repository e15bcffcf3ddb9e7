import type { CallbackEvent } from '../events/CallbackEvent.ts'

/**
 * Returns the time limit for an answer, in milliseconds. WeCom disconnects after 5 seconds, and for events of suites
 * after 1 second. The network needs part of this time.
 */
export function timeToAnswer(event: CallbackEvent): number {
  const { InfoType, ChangeType } = 'unknown' in event ? event.unknown : event
  const isSuiteEvent = InfoType !== undefined && ChangeType === undefined
  return isSuiteEvent ? 700 : 4_000
}

/**
 * Returns the result of the work, or `late` if the work takes longer than `milliseconds`. In that case the work
 * continues.
 */
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
