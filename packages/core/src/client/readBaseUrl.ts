/**
 * Checks and normalizes the option `baseUrl` of a client.
 *
 * @returns the URL without a slash at its end. The client appends the path of each call to this URL.
 * @throws {TypeError} `baseUrl` is neither an http or https URL nor a path, or `baseUrl` has a query, a fragment or
 * credentials.
 */
export function readBaseUrl(baseUrl: string): string {
  // Browsers read a path that begins with two slashes as a host, and Chromium accepts a blank in a host.
  const isAddress = /^(https?:\/\/[^\s/\\@?#]+(\/|$)|\/(?![/\\]))[^?#]*$/i.test(baseUrl.trim())
  if (!isAddress || !URL.canParse(baseUrl, page)) {
    // The message does not repeat the value: it may hold a password, or a key in its query.
    throw new TypeError(
      'createClient: baseUrl must be an http(s) URL or, in a browser, a path, without credentials, query and fragment',
    )
  }
  return new URL(baseUrl, page).href.replace(page, '/').replace(/\/+$/, '')
}

/**
 * Placeholder for the host of a `baseUrl` that is only a path, because the class `URL` parses no path without a host.
 * No real host ends in `.invalid`. The result of `readBaseUrl` does not contain the placeholder.
 */
const page = 'http://page.invalid/'
