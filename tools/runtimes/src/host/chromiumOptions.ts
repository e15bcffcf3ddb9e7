import type { LaunchOptions } from 'playwright'

/** How to start the browser: beyond what Playwright switches off by itself, nothing that looks for other hosts. */
export function chromiumOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: ['--disable-gpu', '--disable-quic', '--disable-sync'] }
}
