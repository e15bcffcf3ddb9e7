import { exitCodes } from './exitCodes.ts'

/** An error that ends the program and that the user can correct. The message is one line; it contains no secret. */
export abstract class ProgramError extends Error {
  abstract readonly exitCode: number
}

/** The user gave wrong arguments or settings. The program sent no request. */
export class UsageError extends ProgramError {
  override readonly name = 'UsageError'
  readonly exitCode: number = exitCodes.usage
}

/** The command failed although arguments and settings were right. */
export class FailureError extends ProgramError {
  override readonly name = 'FailureError'
  readonly exitCode: number = exitCodes.failure
}
