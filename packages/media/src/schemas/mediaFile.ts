import * as v from 'valibot'

/**
 * Number of bytes in a megabyte: 1024 × 1024. WeCom does not define its megabyte. With this number the client refuses
 * no file that WeCom accepts.
 */
export const megabyte: number = 1024 * 1024

/** Maximum number of bytes for one download. */
export const maxPartSize: number = 20 * megabyte

/** Schema of a file with a name. Each call has size limits of its own. */
export const mediaFileSchema: v.GenericSchema<File> = v.pipe(
  v.file('must be a File; create one with toFile'),
  v.check(({ name }) => name !== '', 'must have a name; WeCom ignores files without a name'),
)

/** Rule for the minimum size of all uploads except `uploadImage`. */
export const moreThanFiveBytes: v.MinSizeAction<File, number, string> = v.minSize(6, 'must have more than 5 bytes')

/** The fields of an interface, in the form that `v.forward` takes. */
export type Fields<T> = Pick<T, keyof T>
