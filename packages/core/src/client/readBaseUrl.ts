/**
 * Parses `baseUrl`.
 *
 * @returns the address without a slash at its end: the path of a call is appended to it.
 * @throws {TypeError} it is neither an http or https URL nor a path, or holds more than scheme, host, port and path.
 */
export function readBaseUrl(baseUrl: string): string {
  // Browsers read a path that begins with two slashes as a host, and Chromium takes a blank in a host.
  const begins = /^(https?:\/\/[^\s/\\]+(\/|$)|\/(?![/\\]))/i.test(baseUrl.trim())
  const isAddress = begins && URL.canParse(baseUrl, 'http://page')
  const url = isAddress ? new URL(baseUrl, 'http://page') : undefined
  if (!url || url.href !== url.origin + url.pathname) {
    // A password, or a key in the query, must not get into a log.
    const got = /[@?#]/.test(baseUrl) ? '' : `, got "${baseUrl}"`
    throw new TypeError(
      `createClient: baseUrl must be an http or https URL (in a browser a path will do) without credentials, query and fragment${got}`,
    )
  }
  return ((baseUrl.startsWith('/') ? '' : url.origin) + url.pathname).replace(/\/+$/, '')
}
