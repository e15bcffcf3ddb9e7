/** The listeners that have failed: one that fails on every event must not flood the log. */
const failed = new WeakSet<object>()

/**
 * Calls a listener without awaiting it. A failing listener never fails a call. Its first error, thrown or rejected,
 * goes to `console.error`, because an uncaught one would end the process.
 */
export function notify<Event>(listener: ((event: Event) => unknown) | undefined, event: Event): void {
  if (!listener) return
  const report = (error: unknown): void => {
    if (!failed.has(listener)) console.error('@wecom/core: a listener failed, logged once:', error)
    failed.add(listener)
  }
  try {
    Promise.resolve(listener(event)).catch(report)
  } catch (error) {
    report(error)
  }
}
