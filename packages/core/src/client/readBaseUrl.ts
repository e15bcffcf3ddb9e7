/**
 * Parses `baseUrl`.
 *
 * @returns the address without a slash at its end: the path of a call is appended to it.
 * @throws {TypeError} it is neither an http or https URL nor a path, or holds more than scheme, host, port and path.
 */
export function readBaseUrl(baseUrl: string): string {
  // Browsers read a path that begins with two slashes as a host, and Chromium takes a blank in a host.
  const isAddress = /^(https?:\/\/[^\s/\\@?#]+(\/|$)|\/(?![/\\]))[^?#]*$/i.test(baseUrl.trim())
  if (!isAddress || !URL.canParse(baseUrl, page)) {
    // Not repeated: it may hold a password, or a key in its query.
    throw new TypeError(
      'createClient: baseUrl must be an http or https URL, or in a browser a path, without credentials, query and fragment',
    )
  }
  const { origin, pathname } = new URL(baseUrl, page)
  return ((baseUrl.startsWith('/') ? '' : origin) + pathname).replace(/\/+$/, '')
}

/** Stands for the address of the page, which a path is completed by. */
const page = 'http://page'
