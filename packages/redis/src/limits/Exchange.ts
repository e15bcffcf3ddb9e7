import { integerReply } from '../client/integerReply.ts'
import type { SendScript } from '../client/scriptSender.ts'
import { exchangeScript } from './exchangeScript.ts'

/**
 * Message that one process sends to the Lua script in Redis (`exchangeScript`). The script limits the requests to
 * WeCom. The message is about one endpoint of one corp. It reports ended requests, and asks which waiting requests the
 * process may send.
 */
export interface ExchangeRequest {
  // Id of the process. A process uses a different id for each endpoint.
  readonly id: string
  /**
   * If the process sends no message for this time (in milliseconds), Redis assumes that the process has stopped. Redis
   * then no longer counts the calls of the process.
   */
  readonly lease: number
  // Largest value that `width` may have: the option `concurrency` of the limiter.
  readonly widest: number
  /**
   * Maximum number of calls that all processes together may have under way at the same time. The value is from the
   * previous reply of Redis. If Redis has lost its data, the script continues with this `width` and `epoch`.
   */
  readonly width: number
  // Number of times that Redis has reduced `width`, from the previous reply of Redis.
  readonly epoch: number
  readonly active: number
  readonly worked: number
  /**
   * Report that WeCom refused a call with 45033 (too many calls at once) since the previous message. -1: WeCom refused
   * no call. Otherwise the value that `epoch` had when the refused call started. If several calls were refused, the
   * highest of these values. Redis reduces `width` only if `epoch` in Redis still has this value. A higher `epoch` in
   * Redis means that Redis has reduced `width` already.
   */
  readonly narrow: number
  /**
   * After WeCom has refused a call with 45009 (calls too often), the process blocks the endpoint. `shutMs` is the time
   * until the end of this block, in milliseconds. 0 if the process has started no block since the previous message.
   */
  readonly shutMs: number
  readonly errmsg: string
  // Whether calls to this endpoint change follow relations (a member and a customer).
  readonly changesRelations: boolean
  // Follow relations that calls of this process to this endpoint are changing.
  readonly held: readonly string[]
  /**
   * One text for each waiting call that the process wants to send. The text is `userid external_userid` if the call
   * changes the follow relation between this member and this customer. The text is empty if the call changes no follow
   * relation.
   */
  readonly wants: readonly string[]
}

export interface ExchangeReply {
  /** The calls that the process may now send, as indexes in `wants`. The first index is 0. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  // Processes that sent a message about this endpoint in the last minute.
  readonly processes: number
  /**
   * Time until WeCom's block of the endpoint ends, in milliseconds. A negative number is the time since the block
   * ended.
   */
  readonly shutMs: number
  readonly errmsg: string
}

export async function exchange(
  send: SendScript,
  keys: readonly string[],
  request: ExchangeRequest,
): Promise<ExchangeReply> {
  const reply = (await send(exchangeScript, keys, [toJson(request)])) as readonly (string | number)[]
  const [granted, width, epoch, processes, shutMs, errmsg] = reply
  return {
    granted: String(granted)
      .split(',')
      .filter(Boolean)
      .map((number) => Number(number) - 1),
    width: integer(width),
    epoch: integer(epoch),
    processes: integer(processes),
    shutMs: integer(shutMs),
    errmsg: String(errmsg),
  }
}

function toJson(request: ExchangeRequest): string {
  // Lua refuses JSON with half of a surrogate pair. Messages of WeCom that were cut off, and ids, may contain one.
  return JSON.stringify(request, (_name, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))
}

function integer(reply: unknown): number {
  return integerReply('redisCallLimiter', reply)
}
