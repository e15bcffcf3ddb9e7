/**
 * The parameters of a call without parameters: `{}`. The compiler refuses options, such as `{ signal }`, in place of
 * the parameters.
 */
export type NoParams = Readonly<Record<string, never>>
