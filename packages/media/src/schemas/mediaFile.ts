import * as v from 'valibot'

/** 1024 × 1024 bytes. WeCom does not define its megabyte; this one refuses no file that WeCom accepts. */
export const megabyte: number = 1024 * 1024

/** The maximum of bytes for one download. */
export const maxPartSize: number = 20 * megabyte

/** A file with a name. Each call has its own limits of size. */
export const mediaFileSchema: v.GenericSchema<File> = v.pipe(
  v.file('must be a File; toFile makes one'),
  v.check(({ name }) => name !== '', 'must have a name: without one WeCom finds no file'),
)

/** Minimum size of all uploads except `uploadImage`. */
export const moreThanFiveBytes: v.MinSizeAction<File, number, string> = v.minSize(6, 'must have more than 5 bytes')

/** An interface in the form that `v.forward` takes. */
export type Fields<T> = Pick<T, keyof T>
