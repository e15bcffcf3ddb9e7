import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The cost of a fake corp with a million customers. */
export interface LargeCorpCost {
  readonly createSeconds: number
  /** Peak memory of the process after the corp was created, in MiB. */
  readonly memory: number
  /** For all pages of `batchGetContactsByUser`. */
  readonly batchSeconds: number
  /** For all pages of `listServedContacts`. */
  readonly servedSeconds: number
}

/** Measures the time and the memory that a fake corp with a million customers takes. */
export async function measureLargeCorp(): Promise<LargeCorpCost> {
  const child = fork(fileURLToPath(new URL('largeCorp.ts', import.meta.url)))
  const [cost] = (await Promise.race([once(child, 'message'), failAtExit(once(child, 'exit'))])) as [LargeCorpCost]
  return cost
}

async function failAtExit(exit: Promise<unknown[]>): Promise<never> {
  const [code] = await exit
  throw new Error(`the process of the large corp ended with ${String(code)}`)
}
