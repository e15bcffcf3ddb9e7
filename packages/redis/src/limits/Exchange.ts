import type { RunScript } from '../client/scriptRunner.ts'
import { exchangeScript } from './exchangeScript.ts'

/** The message of a process to Redis about one lane. */
export interface ExchangeRequest {
  /** Id of the process. */
  readonly id: string
  /** Milliseconds until the calls of a silent process no longer count. */
  readonly lease: number
  /** The width of a lane that was not narrowed. */
  readonly widest: number
  /** Width and epoch that the process knows. A Redis that lost its data starts with them. */
  readonly width: number
  readonly epoch: number
  /** Number of calls under way. */
  readonly active: number
  /** Number of calls that worked since the last exchange. */
  readonly worked: number
  /** The epoch of a call that failed with 45033; -1: none. */
  readonly narrow: number
  /** Milliseconds for which WeCom blocks calls after 45009; 0: no call failed with it. */
  readonly shutMs: number
  readonly errmsg: string
  /** Relations of calls that are under way, and of calls that ended since the last exchange. */
  readonly held: readonly string[]
  readonly freed: readonly string[]
  /** The relation of each waiting call, '' if it changes none. */
  readonly wants: readonly string[]
}

export interface ExchangeReply {
  /** Indexes of the wants that got a place. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  /** Processes seen in the last minute. */
  readonly processes: number
  /** Milliseconds until the block ends; negative: since it ended. */
  readonly shutMs: number
  readonly errmsg: string
}

export async function exchange(
  run: RunScript,
  keys: readonly string[],
  request: ExchangeRequest,
): Promise<ExchangeReply> {
  const reply = (await run(exchangeScript, keys, [JSON.stringify(request)])) as readonly (string | number)[]
  const [granted, width, epoch, processes, shutMs, errmsg] = reply
  return {
    granted: String(granted)
      .split(',')
      .filter(Boolean)
      .map((number) => Number(number) - 1),
    width: Number(width),
    epoch: Number(epoch),
    processes: Number(processes),
    shutMs: Number(shutMs),
    errmsg: String(errmsg),
  }
}
