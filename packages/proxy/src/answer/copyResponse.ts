/**
 * Copies a Response, because user code may return the same object for many requests. Returns undefined if its body was
 * already used.
 */
export function copyResponse(response: Response): Response | undefined {
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
