/**
 * Time limit in milliseconds for operations of a suite store in event handlers. The callback handler responds to WeCom
 * after 700 ms, of which the dedupe store may use 175 ms. If the store fails after that, WeCom has its response, and
 * does not deliver the event again.
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
