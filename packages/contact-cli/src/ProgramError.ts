import { exitCodes } from './exitCodes.ts'

/** Error whose cause the user can correct. The program prints its message on stderr: one line without secrets. */
export abstract class ProgramError extends Error {
  abstract readonly exitCode: number
}

/** Error for wrong arguments or settings. The program has sent no request. */
export class UsageError extends ProgramError {
  override readonly name = 'UsageError'
  readonly exitCode: number = exitCodes.usage
}

/** Error for a command that failed although its arguments and settings are correct. */
export class FailureError extends ProgramError {
  override readonly name = 'FailureError'
  readonly exitCode: number = exitCodes.failure
}
