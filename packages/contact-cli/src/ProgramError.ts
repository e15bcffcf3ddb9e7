import { exitCodes } from './exitCodes.ts'

/** The user can correct the cause. The program prints the message on stderr: one line without secrets. */
export abstract class ProgramError extends Error {
  abstract readonly exitCode: number
}

/** Wrong arguments or settings. The program has sent no request. */
export class UsageError extends ProgramError {
  override readonly name = 'UsageError'
  readonly exitCode: number = exitCodes.usage
}

/** A command failed although its arguments and settings are correct. */
export class FailureError extends ProgramError {
  override readonly name = 'FailureError'
  readonly exitCode: number = exitCodes.failure
}
