export function noReply(timeout: number): DOMException {
  return new DOMException(`Redis did not reply within ${timeout} ms`, 'TimeoutError')
}
