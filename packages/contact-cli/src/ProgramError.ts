import { exitCodes } from './exitCodes.ts'

/**
 * Error that the user can correct. The program prints its message on stderr, so it must be one line without secrets.
 */
export abstract class ProgramError extends Error {
  abstract readonly exitCode: number
}

export class UsageError extends ProgramError {
  override readonly name = 'UsageError'
  readonly exitCode: number = exitCodes.usage
}

export class FailureError extends ProgramError {
  override readonly name = 'FailureError'
  readonly exitCode: number = exitCodes.failure
}
