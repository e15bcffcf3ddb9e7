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

// Stands for the host if `baseUrl` is only a path, which `URL` does not parse alone. No real host ends in `.invalid`.
const page = 'http://page.invalid/'
