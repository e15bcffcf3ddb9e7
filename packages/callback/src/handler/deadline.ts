import type { CallbackEvent } from '../events/CallbackEvent.ts'

/** In milliseconds. WeCom hangs up after 5 seconds, and on events of suites after 1; the network needs its part. */
export function timeToAnswer(event: CallbackEvent): number {
  const { InfoType, ChangeType } = 'unknown' in event ? event.unknown : event
  const isSuiteEvent = InfoType !== undefined && ChangeType === undefined
  return isSuiteEvent ? 700 : 4_000
}

/** The result of the work, or `late` if it takes longer than `milliseconds`; the work goes on all the same. */
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
