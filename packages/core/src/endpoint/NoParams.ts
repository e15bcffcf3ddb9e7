/**
 * The parameters of a function whose call has no parameters. Pass `{}`. The compiler refuses all other objects, such as
 * `{ signal }`, because options belong in the next argument.
 */
export type NoParams = Readonly<Record<string, never>>
