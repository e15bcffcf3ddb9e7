/** The parameters of a call without parameters: `{}`. The compiler refuses options such as `signal` in their place. */
export type NoParams = Readonly<Record<string, never>>
