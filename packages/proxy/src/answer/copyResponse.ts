/**
 * Copies a Response, because user code may return the same one for many requests; undefined if its body was already
 * used.
 */
export function copyResponse(response: Response): Response | undefined {
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
