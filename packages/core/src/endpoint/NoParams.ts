/** The parameters of a call that takes none: `{}`. Options, such as `signal`, do not compile in their place. */
export type NoParams = Readonly<Record<string, never>>
