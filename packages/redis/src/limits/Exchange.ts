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
  // Option of the limiter: the largest value that `width` may have.
  readonly concurrency: number
  /**
   * Maximum number of calls that all processes together may have under way at the same time. `width` and `epoch` are
   * from the previous reply of Redis. If Redis has lost its data, the script continues with these two values.
   */
  readonly width: number
  // Number of times that Redis has reduced `width`, from the previous reply of Redis.
  readonly epoch: number
  readonly active: number
  readonly worked: number
  /**
   * Tells Redis whether WeCom refused a call with 45033 (too many calls at once) since the previous message:
   * - -1: WeCom refused no call.
   * - Any other number: the value that `epoch` had when the refused call started. If WeCom refused several calls, the
   *   highest of their values.
   *
   * Redis reduces `width` only if `epoch` in Redis still has this value. If `epoch` in Redis is higher, Redis has
   * already reduced `width`.
   */
  readonly epochOf45033: number
  /**
   * Time until the end of the block that the process has started after 45009 (calls too often), in milliseconds. 0 if
   * the process has started no block since the previous message.
   */
  readonly blockedMs: number
  readonly errmsg: string
  // Whether calls to this endpoint change follow relations (a member and a customer).
  readonly changesRelations: boolean
  // Follow relations that calls of this process to this endpoint are changing.
  readonly relationsInUse: readonly string[]
  /**
   * One text for each waiting call that the process wants to send. The text is `userid external_userid` if the call
   * changes the follow relation between this member and this customer. The text is empty if the call changes no follow
   * relation.
   */
  readonly waitingCalls: readonly string[]
}

export interface ExchangeReply {
  /** The calls that the process may now send, as indexes in `waitingCalls`. The first index is 0. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  // Processes that sent a message about this endpoint in the last minute.
  readonly processes: number
  /**
   * Time for which the processes must not call the endpoint, in milliseconds, because WeCom refused a call with 45009.
   * A negative number is the time since the end of this block.
   */
  readonly blockedMs: number
  readonly errmsg: string
}

export async function exchange(
  send: SendScript,
  keys: readonly string[],
  request: ExchangeRequest,
): Promise<ExchangeReply> {
  const reply = (await send(exchangeScript, keys, [toJson(request)])) as readonly (string | number)[]
  const [granted, width, epoch, processes, blockedMs, errmsg] = reply
  return {
    granted: String(granted)
      .split(',')
      .filter(Boolean)
      .map((number) => Number(number) - 1),
    width: integer(width),
    epoch: integer(epoch),
    processes: integer(processes),
    blockedMs: integer(blockedMs),
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
