/**
 * Your `authenticate` or `authorize` may return the same `Response` object several times, but its body can be sent only
 * once.
 * @returns undefined if the body has already been read, or the response is a network error.
 */
export function copyResponse(response: Response): Response | undefined {
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
