import type { CallbackEvent } from '../events/CallbackEvent.ts'

/** WeCom hangs up after 5 seconds, and on events of suites after 1; the way there and back takes its part. */
export function timeToAnswer(event: CallbackEvent): number {
  const { InfoType, ChangeType } = 'unknown' in event ? event.unknown : event
  const isSuiteEvent = InfoType !== undefined && ChangeType === undefined
  return isSuiteEvent ? 700 : 4_000
}

/** What the work comes to, or `late` if it takes longer than `milliseconds`; it goes on all the same. */
export async function within<T>(milliseconds: number, work: Promise<T>, late: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
