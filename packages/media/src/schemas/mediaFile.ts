import * as v from 'valibot'

/** Read as 1024 × 1024 bytes: WeCom does not say which megabyte it means, and this one refuses nothing that it takes. */
export const megabyte: number = 1024 * 1024

/** The most bytes that one download takes. */
export const maxPartSize: number = 20 * megabyte

/** A file with a name. How large it may be depends on the call. */
export const mediaFileSchema: v.GenericSchema<File> = v.pipe(
  v.file('must be a File; toFile makes one'),
  v.check(({ name }) => name !== '', 'must have a name: without one WeCom finds no file'),
)

/** For all but pictures of `uploadImage`. */
export const moreThanFiveBytes: v.MinSizeAction<File, number, string> = v.minSize(6, 'must have more than 5 bytes')

/** An interface as `v.forward` takes it. */
export type Fields<T> = Pick<T, keyof T>
