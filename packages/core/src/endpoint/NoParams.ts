/**
 * The parameters of a call without parameters: `{}`. Passing options such as `signal` in their place does not compile.
 */
export type NoParams = Readonly<Record<string, never>>
