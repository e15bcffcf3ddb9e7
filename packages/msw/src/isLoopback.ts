const loopback = /^(localhost|\[?::1\]?|127(\.\d{1,3}){3})$/

/** Whether a host is this machine, and no other one can be meant. */
export function isLoopback(host: string): boolean {
  return loopback.test(host)
}
