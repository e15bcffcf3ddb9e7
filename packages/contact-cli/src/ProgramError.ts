import { exitCodes } from './exitCodes.ts'

/**
 * Error that ends the program and whose cause the user can correct. The program prints the message on stderr. The
 * message is one line and contains no secret.
 */
export abstract class ProgramError extends Error {
  abstract readonly exitCode: number
}

/** Error for wrong arguments or settings. The program sends no request in this case. */
export class UsageError extends ProgramError {
  override readonly name = 'UsageError'
  readonly exitCode: number = exitCodes.usage
}

/** Error for a command that failed although its arguments and settings are correct. */
export class FailureError extends ProgramError {
  override readonly name = 'FailureError'
  readonly exitCode: number = exitCodes.failure
}
