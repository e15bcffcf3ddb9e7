import * as v from 'valibot'

// WeCom does not document whether a megabyte has 1024 × 1024 or 1,000,000 bytes. With the larger number, the client
// refuses no file that WeCom accepts.
export const megabyte: number = 1024 * 1024

/** Maximum size of one download, in bytes. WeCom sends larger files only in parts. */
export const maxPartSize: number = 20 * megabyte

export const mediaFileSchema: v.GenericSchema<File> = v.pipe(
  v.file('must be a File; create one with toFile'),
  v.check(({ name }) => name !== '', 'must have a name; WeCom ignores files without a name'),
)

// WeCom requires it for all uploads except `uploadImage`.
export const moreThanFiveBytes: v.MinSizeAction<File, number, string> = v.minSize(6, 'must have more than 5 bytes')

/**
 * Converts an interface into a mapped type. `v.forward` of valibot requires a type that is assignable to
 * `Record<string, unknown>`, and interfaces are not.
 */
export type Fields<T> = Pick<T, keyof T>
