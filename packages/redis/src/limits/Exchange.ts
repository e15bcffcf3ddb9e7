import type { RunScript } from '../client/scriptRunner.ts'
import { exchangeScript } from './exchangeScript.ts'

/**
 * Message of one process to the script in Redis that limits calls. A message concerns one endpoint of a corp. It
 * reports calls that ended, and asks which waiting calls may be sent.
 */
export interface ExchangeRequest {
  /** Random id of the process that sends the message. The process chooses it when it creates the limiter. */
  readonly id: string
  /**
   * Time in milliseconds. If this process sends no further message for this time, the script no longer counts the calls
   * of this process as under way.
   */
  readonly lease: number
  /**
   * Maximum number of calls to the endpoint that all processes together may have under way: the option `concurrency`.
   */
  readonly widest: number
  /**
   * Number of calls to the endpoint that all processes together may have under way at present, according to the
   * previous reply of Redis. `epoch` is the number of times that the script reduced `width`. If Redis has lost its
   * data, the script continues with these values of `width` and `epoch`.
   */
  readonly width: number
  readonly epoch: number
  /** Number of calls to the endpoint that this process has under way. */
  readonly active: number
  /** Number of calls of this process that succeeded since its previous message. */
  readonly worked: number
  /**
   * -1 if no call of this process failed with 45033 (too many calls at once) since the previous message. Otherwise the
   * value that `epoch` had when the failed call started; the highest value if several calls failed. The script reduces
   * `width` only if its own `epoch` still has this value. Otherwise it has already reduced `width` since the call
   * started.
   */
  readonly narrow: number
  /**
   * Remaining time in milliseconds for which WeCom blocks the endpoint. 0 if no call of this process failed with 45009
   * (calls too often) since the previous message.
   */
  readonly shutMs: number
  readonly errmsg: string
  /** Follow relations (a member and a customer) that are being changed by calls of this process. */
  readonly held: readonly string[]
  readonly freed: readonly string[]
  /**
   * One entry for each waiting call of this process: the follow relation (a member and a customer) that the call
   * changes. The entry is an empty text if the call changes none.
   */
  readonly wants: readonly string[]
}

export interface ExchangeReply {
  /** Indexes of the waiting calls that may now be sent. An index is a position in `wants` of the request. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  /** Number of processes that sent a message about this endpoint in the last minute. */
  readonly processes: number
  /**
   * Time until WeCom's block of the endpoint ends, in milliseconds. A negative value is the time since the block ended.
   */
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
