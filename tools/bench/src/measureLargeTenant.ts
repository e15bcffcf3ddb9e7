import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Times in seconds. */
export interface LargeTenantCost {
  readonly made: number
  /** The most that the process had taken when the tenant was made, in MiB. */
  readonly memory: number
  readonly batchWalk: number
  readonly servedWalk: number
}

/** What a tenant of a million customers costs. */
export async function measureLargeTenant(): Promise<LargeTenantCost> {
  const child = fork(fileURLToPath(new URL('largeTenant.ts', import.meta.url)))
  const [cost] = (await Promise.race([once(child, 'message'), failAtExit(once(child, 'exit'))])) as [LargeTenantCost]
  return cost
}

async function failAtExit(exit: Promise<unknown[]>): Promise<never> {
  const [code] = await exit
  throw new Error(`the process of the large tenant ended with ${String(code)}`)
}
