import type { RunScript } from '../client/scriptRunner.ts'
import { exchangeScript } from './exchangeScript.ts'

/** The message that a process sends to Redis about one lane, which is the calls of one endpoint. */
export interface ExchangeRequest {
  /** Id of the process. */
  readonly id: string
  /** Time until the calls of a process that sends no message stop counting, in milliseconds. */
  readonly lease: number
  /** Maximum number of calls of the lane at the same time, before WeCom refused any. */
  readonly widest: number
  /**
   * Number of calls at the same time, and its epoch, as the process knows them. If Redis has lost its data, it starts
   * with them.
   */
  readonly width: number
  readonly epoch: number
  /** Number of calls of this process that are under way. */
  readonly active: number
  /** Number of calls that succeeded since the last message. */
  readonly worked: number
  /** The epoch of a call that failed with 45033. -1 if there is none. */
  readonly narrow: number
  /** Time for which WeCom blocks calls after 45009, in milliseconds. 0 if no call failed with 45009. */
  readonly shutMs: number
  readonly errmsg: string
  /**
   * Relations of member and customer that calls change: those under way, and those that ended since the last message.
   */
  readonly held: readonly string[]
  readonly freed: readonly string[]
  /** The relation of member and customer that each waiting call changes. An empty text if the call changes none. */
  readonly wants: readonly string[]
}

export interface ExchangeReply {
  /** Indexes of the waiting calls that may be sent. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  /** Number of processes that sent a message in the last minute. */
  readonly processes: number
  /** Time until the block ends, in milliseconds. If negative, the time since it ended. */
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
