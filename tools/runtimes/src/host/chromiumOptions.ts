import type { LaunchOptions } from 'playwright'

/**
 * Returns the options to start Chromium with. They turn off the features of Chromium that connect to other hosts and
 * that Playwright leaves on.
 */
export function chromiumOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: ['--disable-gpu', '--disable-quic', '--disable-sync'] }
}
