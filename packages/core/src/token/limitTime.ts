/** Milliseconds, the default of token stores. */
const limit = 2_000

/** Limits the time of one operation of a suite store. @throws {Error} it took too long. */
export async function limitTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the suite store did not answer within ${limit} ms`)), limit)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
