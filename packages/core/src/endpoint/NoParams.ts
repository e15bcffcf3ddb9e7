/**
 * The parameters of a call that takes none: `{}`. If you pass options such as `signal` in their place, the code does
 * not compile.
 */
export type NoParams = Readonly<Record<string, never>>
