import type { RunScript } from '../client/scriptRunner.ts'
import { exchangeScript } from './exchangeScript.ts'

/** What a process tells Redis about one lane. */
export interface ExchangeRequest {
  /** The process. */
  readonly id: string
  /** Milliseconds after which the calls of a process that is not heard of are gone. */
  readonly lease: number
  /** The width of a lane that is never narrowed. */
  readonly widest: number
  /** Width and epoch that the process knows: with them a Redis that lost its data begins again. */
  readonly width: number
  readonly epoch: number
  /** Calls on their way. */
  readonly active: number
  /** Calls that have worked since the last exchange. */
  readonly worked: number
  /** The epoch in which a call met 45033; -1: none did. */
  readonly narrow: number
  /** A call met 45009, and WeCom refuses calls for at least so long; 0: none did. */
  readonly shutMs: number
  readonly errmsg: string
  /** Relations whose calls are on their way, and whose calls have ended since the last exchange. */
  readonly held: readonly string[]
  readonly freed: readonly string[]
  /** The calls that wait: the relation of each, '' if it changes none. */
  readonly wants: readonly string[]
}

export interface ExchangeReply {
  /** Indexes of the wants that have a place now. */
  readonly granted: readonly number[]
  readonly width: number
  readonly epoch: number
  /** Processes seen in the last minute. */
  readonly processes: number
  /** Milliseconds until the lane opens; negative: since it has opened. */
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
