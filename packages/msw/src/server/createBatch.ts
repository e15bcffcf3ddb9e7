// By name, so that a test which stops the clock does not stop the server in its process, too.
import { setImmediate } from 'node:timers'

/**
 * Has tasks done at the end of the event loop's turn in which they came, in their order.
 *
 * A server's calls come in bundles, as long as its callers do not wait for each other. One behind the other they find their
 * code in the processor's cache; where requests are read and answers written in between, it has to be fetched each time,
 * which takes longer than the call.
 */
export function createBatch(): (task: () => void) => void {
  let waiting: (() => void)[] = []
  return (task) => {
    waiting.push(task)
    if (waiting.length > 1) return
    setImmediate(() => {
      const tasks = waiting
      waiting = []
      for (const next of tasks) next()
    })
  }
}
