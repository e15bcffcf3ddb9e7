/**
 * Time limit of an operation of the suite store in event handlers, in milliseconds. The callback handler responds to
 * WeCom after at most 700 ms, and the dedupe store may use 175 ms of this time. A suite store that is too slow must
 * fail before the response: the response then is an error, and WeCom delivers the event again.
 */
export const limitInHandlers = 400

export async function limitTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the suite store did not answer within ${milliseconds} ms`)),
      milliseconds,
    )
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
