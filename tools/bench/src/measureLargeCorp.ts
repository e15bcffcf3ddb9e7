import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Times in seconds. */
export interface LargeCorpCost {
  readonly made: number
  /** The most that the process had taken when the corp was made, in MiB. */
  readonly memory: number
  readonly batchWalk: number
  readonly servedWalk: number
}

/** What a corp of a million customers costs. */
export async function measureLargeCorp(): Promise<LargeCorpCost> {
  const child = fork(fileURLToPath(new URL('largeCorp.ts', import.meta.url)))
  const [cost] = (await Promise.race([once(child, 'message'), failAtExit(once(child, 'exit'))])) as [LargeCorpCost]
  return cost
}

async function failAtExit(exit: Promise<unknown[]>): Promise<never> {
  const [code] = await exit
  throw new Error(`the process of the large corp ended with ${String(code)}`)
}
