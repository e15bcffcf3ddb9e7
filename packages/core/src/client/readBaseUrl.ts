/**
 * Parses `baseUrl`.
 *
 * @returns the URL without a slash at its end; the client appends the path of the call.
 * @throws {TypeError} `baseUrl` is neither an http or https URL nor a path, or it has a query, a fragment or
 * credentials.
 */
export function readBaseUrl(baseUrl: string): string {
  // Browsers read a path that begins with two slashes as a host, and Chromium accepts a blank in a host.
  const isAddress = /^(https?:\/\/[^\s/\\@?#]+(\/|$)|\/(?![/\\]))[^?#]*$/i.test(baseUrl.trim())
  if (!isAddress || !URL.canParse(baseUrl, page)) {
    // The message does not repeat the value: it may hold a password, or a key in its query.
    throw new TypeError(
      'createClient: baseUrl must be an http or https URL, or in a browser a path, without credentials, query and fragment',
    )
  }
  const { origin, pathname } = new URL(baseUrl, page)
  return ((baseUrl.startsWith('/') ? '' : origin) + pathname).replace(/\/+$/, '')
}

/** Base URL for parsing a `baseUrl` that is only a path. The client drops it from the result. */
const page = 'http://page'
