import * as v from 'valibot'

/**
 * Number of bytes in a megabyte: 1024 × 1024. WeCom does not document whether its megabyte has 1024 × 1024 or 1,000,000
 * bytes. The client uses the larger number, so it refuses no file that WeCom accepts.
 */
export const megabyte: number = 1024 * 1024

/** Maximum size of one download in bytes. WeCom sends larger files only in parts. */
export const maxPartSize: number = 20 * megabyte

/** Schema of a file to upload. The file must have a name. Each upload call has its own size limits. */
export const mediaFileSchema: v.GenericSchema<File> = v.pipe(
  v.file('must be a File; create one with toFile'),
  v.check(({ name }) => name !== '', 'must have a name; WeCom ignores files without a name'),
)

/**
 * Schema check that a file has more than 5 bytes. WeCom requires more than 5 bytes for all uploads except
 * `uploadImage`.
 */
export const moreThanFiveBytes: v.MinSizeAction<File, number, string> = v.minSize(6, 'must have more than 5 bytes')

/**
 * The fields of the interface `T`, as a mapped type. `v.forward` of valibot requires a type that is assignable to
 * `Record<string, unknown>`. Mapped types are, interfaces are not.
 */
export type Fields<T> = Pick<T, keyof T>
