import type { RunScript } from '../client/scriptRunner.ts'
import { exchangeScript } from './exchangeScript.ts'

/**
 * Message of one process to the script in Redis that limits calls. A message concerns one endpoint of a corp. It
 * reports calls that ended, and asks which waiting calls may be sent.
 */
export interface ExchangeRequest {
  /** Id of the process that sends the message. */
  readonly id: string
  /**
   * Time in milliseconds after which the calls of this process no longer count, if the process sends no further
   * message.
   */
  readonly lease: number
  /** Highest number of calls that the user allows at the same time: the option `concurrency`. */
  readonly widest: number
  /**
   * Number of calls that the limiter allows at the same time, according to the previous reply of Redis. `epoch` is the
   * number of times that `width` was reduced. If Redis has lost its data, the script continues with these values of
   * `width` and `epoch`.
   */
  readonly width: number
  readonly epoch: number
  /** Number of calls of this process that are under way. */
  readonly active: number
  /** Number of calls of this process that succeeded since the process sent its previous message. */
  readonly worked: number
  /**
   * -1 if no call of this process failed with 45033 (too many calls at once) since the previous message. Otherwise the
   * value of `epoch` (number of reductions of `width`) at the time when the failed call started. The script ignores the
   * failure if `epoch` has changed since that time.
   */
  readonly narrow: number
  /**
   * Time for which WeCom blocks the endpoint after 45009 (calls too often), in milliseconds. 0 if no call failed with
   * 45009.
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
