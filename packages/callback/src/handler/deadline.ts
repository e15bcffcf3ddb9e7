import type { CallbackEvent } from '../events/CallbackEvent.ts'

/**
 * Time limit for the response to WeCom, in milliseconds. WeCom disconnects after 5 seconds, or after 1 second for
 * events about a suite (third-party app, 第三方应用) itself. The limit is lower, because the network takes a part of this
 * time.
 */
export function timeToAnswer(event: CallbackEvent): number {
  const { InfoType, ChangeType } = 'unknown' in event ? event.unknown : event
  const isSuiteEvent = InfoType !== undefined && ChangeType === undefined
  return isSuiteEvent ? 700 : 4_000
}

/** Returns `late` if `work` takes longer. The work then continues, because it cannot be cancelled. */
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
