import { exitCodes } from './exitCodes.ts'

/** An end of the program that the user can do something about. The message is one line that says what; it holds no secret. */
export abstract class ProgramError extends Error {
  abstract readonly exitCode: number
}

/** Wrong arguments or settings. Nothing was sent. */
export class UsageError extends ProgramError {
  override readonly name = 'UsageError'
  readonly exitCode: number = exitCodes.usage
}

/** Arguments and settings were right, and the command failed all the same. */
export class FailureError extends ProgramError {
  override readonly name = 'FailureError'
  readonly exitCode: number = exitCodes.failure
}
