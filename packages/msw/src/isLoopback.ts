const loopback: readonly string[] = ['127.0.0.1', '::1', '[::1]', 'localhost']

/** Whether a host is this machine, and no other one can be meant. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host)
}
