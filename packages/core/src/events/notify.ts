// `notify` logs one error of each listener: a listener that fails on every event would flood the log.
const failed = new WeakSet<object>()

/**
 * Calls a listener without awaiting it. If the listener throws, or its promise rejects, this function writes the error
 * to `console.error`, once for each listener. The caller receives no error.
 */
export function notify<Event>(listener: ((event: Event) => unknown) | undefined, event: Event): void {
  if (!listener) return
  // Also rejects if the listener throws.
  new Promise((resolve) => resolve(listener(event))).catch((error: unknown) => {
    if (!failed.has(listener)) console.error('@wecom/core: a listener failed, logged once:', error)
    failed.add(listener)
  })
}
