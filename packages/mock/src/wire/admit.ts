import type { AnyEndpoint } from '@wecom/core'
import type { Fault } from '../base/faults.ts'
import type { Corp } from '../state/Corp.ts'

/** What stands in the way of a call. */
export interface Admission {
  readonly fault?: Fault | undefined
  /** Whether the call gets as far as WeCom. */
  readonly arrives: boolean
  /** The errcode of the limit that it exceeds. */
  readonly errcode?: number | undefined
  /** Ends the call for the limits: to be called when its reply is sent, or its caller is gone. */
  readonly leave?: (() => void) | undefined
}

/** Faults that strike between the caller and WeCom. */
const onTheWay: ReadonlySet<Fault['kind']> = new Set(['reset', 'status', 'html', 'empty'])

/** Takes the fault for a call, if there is one, and counts the call for the limits. */
export function admit(corp: Corp, endpoint: AnyEndpoint | undefined, body: unknown): Admission {
  if (!endpoint) return { arrives: false }
  const fault = corp.faults.take(endpoint)
  if (fault && onTheWay.has(fault.kind)) return { fault, arrives: false }
  return { fault, arrives: true, ...corp.limits.admit(endpoint, body) }
}
