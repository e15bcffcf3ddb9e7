import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Sends a message to a child process, and returns its answer. Fails if the process ends before it answers. */
export async function ask<Answer>(child: ChildProcess, message: object | undefined): Promise<Answer> {
  const exit = new AbortController()
  const { signal } = exit
  child.send(message ?? {})
  try {
    const [answer] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`the process ended with ${String(code)}`)
      }),
    ])) as [Answer]
    return answer
  } finally {
    // Removes the listeners of the other event.
    exit.abort()
  }
}
