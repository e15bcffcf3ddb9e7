/**
 * Listeners that have failed before. `notify` logs only the first error of each listener, because a listener that fails
 * on every event would flood the log.
 */
const failed = new WeakSet<object>()

/**
 * Calls a listener without awaiting it. A failing listener never fails a call. If the listener throws, or its promise
 * rejects, this function handles the error, because an unhandled rejection would end the process. It writes the first
 * error of each listener to `console.error`.
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
