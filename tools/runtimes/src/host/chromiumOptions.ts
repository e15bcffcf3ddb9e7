import type { LaunchOptions } from 'playwright'

/** Options of the browser. They turn off features that connect to other hosts and that Playwright leaves on. */
export function chromiumOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: ['--disable-gpu', '--disable-quic', '--disable-sync'] }
}
