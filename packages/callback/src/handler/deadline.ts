import type { CallbackEvent } from '../events/CallbackEvent.ts'

export function timeToAnswer(event: CallbackEvent): number {
  const { InfoType, ChangeType } = 'unknown' in event ? event.unknown : event
  const isSuiteEvent = InfoType !== undefined && ChangeType === undefined
  // In milliseconds. WeCom disconnects after 1 second for events about a suite itself, and after 5 seconds for others.
  // The limits are lower, because the network takes a part of this time.
  return isSuiteEvent ? 700 : 4_000
}

/**
 * Returns the result of `work`, or `late` if `work` takes longer than `milliseconds`. The work then continues, because
 * it cannot be cancelled.
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
