import type { RunScript } from '../client/scriptRunner.ts'
import { exchangeScript } from './exchangeScript.ts'

/**
 * Message of one process to the Redis script, about one endpoint of a corp. It reports ended calls, and asks which
 * waiting calls may be sent.
 */
export interface ExchangeRequest {
  /** Random id of the process. */
  readonly id: string
  /** How long the script counts the calls of this process after its newest message, in milliseconds. */
  readonly lease: number
  /** The option `concurrency`: maximum number of calls that all processes together may have under way. */
  readonly widest: number
  /**
   * Present limit for the calls of all processes together, from the previous reply. `epoch` is the number of times that
   * the script reduced it. If Redis has lost its data, the script continues with these values.
   */
  readonly width: number
  readonly epoch: number
  /** Number of calls that this process has under way. */
  readonly active: number
  /** Number of calls that succeeded since the previous message. */
  readonly worked: number
  /**
   * After 45033 (too many calls at once): the value of `epoch` when the failed call started, or the highest value if
   * several calls failed. Otherwise -1. If the script has reduced `width` since that call started, it ignores the
   * failure.
   */
  readonly narrow: number
  /** After 45009 (calls too often): the rest of the block, in milliseconds. Otherwise 0. */
  readonly shutMs: number
  readonly errmsg: string
  /** Follow relations (a member and a customer) that calls of this process are changing. */
  readonly held: readonly string[]
  readonly freed: readonly string[]
  /**
   * For each waiting call, the follow relation (a member and a customer) that it changes. An empty text if it changes
   * none.
   */
  readonly wants: readonly string[]
}

export interface ExchangeReply {
  /** Positions in `wants` of the calls that may now be sent, from 0. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  /** Number of processes that sent a message about this endpoint in the last minute. */
  readonly processes: number
  /** Time until WeCom's block of the endpoint ends, in milliseconds. Negative: time since it ended. */
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
