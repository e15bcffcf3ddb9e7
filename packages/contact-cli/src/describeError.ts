import { type AnyWeComError, isWeComError } from '@wecom/core'
import { explainErrcode } from '@wecom/core/errcodes'
import { exitCodes } from './exitCodes.ts'
import { printable } from './output/printable.ts'
import { ProgramError } from './ProgramError.ts'

/**
 * Returns the line to print and the exit code for an error that the program expects, such as a wrong argument or a
 * refused call. Returns undefined for all other errors, because they are bugs of this program.
 */
export function describeError(error: unknown): { readonly line: string; readonly exitCode: number } | undefined {
  if (error instanceof ProgramError) return { line: printable(error.message), exitCode: error.exitCode }
  if (isWeComError(error)) {
    return {
      line: printable(`${error.summary}. ${remedyOf(error)}`),
      exitCode: exitCodeOf(error),
    }
  }
  return isOutside(error) ? { line: printable(error.message), exitCode: exitCodes.failure } : undefined
}

function exitCodeOf({ kind }: AnyWeComError): number {
  if (kind === 'validation') return exitCodes.usage
  return kind === 'abort' ? exitCodes.stopped : exitCodes.failure
}

/**
 * Whether the operating system or a database reported the error. These errors have a code. A `TypeError` or
 * `RangeError` with a code is a bug: a wrong argument for a function of Node.
 */
function isOutside(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && !(error instanceof TypeError || error instanceof RangeError)
}

export function remedyOf(error: AnyWeComError): string {
  // WeCom's errmsg, which is a part of the message, may contain such a line as well. It comes before the line of the SDK.
  const ambiguous = error.ambiguous && error.message.split('\n').findLast((line) => line.startsWith('Ambiguous: '))
  if (ambiguous) return capitalised(`${ambiguous.slice('Ambiguous: '.length)}.`)
  switch (error.kind) {
    case 'api':
      return remedyOfErrcode(error.errcode, error.ip)
    case 'validation':
      return `See: wecom-contact call ${error.endpoint} --help`
    case 'network':
      return 'Check the network and WECOM_BASE_URL, then run it again.'
    case 'abort':
      return 'It has not taken effect.'
    case 'timeout':
      return 'Run it again later.'
    default:
      return 'Check WECOM_BASE_URL: something between this machine and WeCom may have answered.'
  }
}

export const untrustedIp = 60020

function remedyOfErrcode(errcode: number, ip: string | undefined): string {
  if (errcode === untrustedIp && ip !== undefined) {
    return `Add ${ip} to the trusted IPs (企业可信IP) of the app in the admin console.`
  }
  const explained = explainErrcode(errcode)
  if (!explained) return `See https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  return `${explained.remedy} See: wecom-contact explain ${errcode}`
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
