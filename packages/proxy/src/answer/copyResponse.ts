export function copyResponse(response: Response): Response | undefined {
  // `authenticate` or `authorize` may return the same `Response` several times, but its body can be sent only once.
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
