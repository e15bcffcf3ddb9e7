/**
 * Copies a response. A copy is needed because your `authenticate` or `authorize` may return the same `Response` object
 * several times. The body of one `Response` can be sent only once.
 * @returns the copy. Undefined if the body of the response has already been read, or the response is a network error.
 */
export function copyResponse(response: Response): Response | undefined {
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
