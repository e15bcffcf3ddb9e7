/** A copy, as one Response may serve as the answer to many; undefined where there is nothing left to copy. */
export function copyResponse(response: Response): Response | undefined {
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
