import { type AnyEndpoint, createClient, type Fetch, isWeComError, staticToken } from '@wecom/core'

/** Text in the URL in place of the token. */
const placeholder = 'ACCESS_TOKEN'

/**
 * Returns a curl command that makes the same call as the client. The token comes from the environment variable
 * `ACCESS_TOKEN`, and files come from the current folder.
 *
 * @throws {WeComError} the client refuses the parameters.
 */
export async function toCurl(endpoint: AnyEndpoint, params: object): Promise<string> {
  const { url, body } = await requestFor(endpoint, params)
  const parts = [
    // The client has encoded all characters with a meaning in the shell.
    `curl "${url.replace(`=${placeholder}`, `=$${placeholder}`)}"`,
    ...(await dataOptions(body)),
    ...(endpoint.download ? ['--output download'] : []),
  ]
  return `# ${placeholder}: the access_token of ${new URL('/cgi-bin/gettoken', url).href}?corpid=…&corpsecret=…
${parts.join(' \\\n  ')}
`
}

async function dataOptions(body: RequestInit['body']): Promise<string[]> {
  if (typeof body === 'string') {
    const json = JSON.stringify(JSON.parse(body), null, 2)
    return [`--header ${quote('content-type: application/json')}`, `--data ${quote(json)}`]
  }
  if (!(body instanceof Blob)) return []
  const form = await new Response(body).formData()
  return Array.from(form, ([name, value]) =>
    typeof value === 'string'
      ? `--form-string ${quote(`${name}=${value}`)}`
      : `--form ${quote(`${name}=@"${value.name.replaceAll(/["\\]/g, String.raw`\$&`)}";type=${value.type}`)}`,
  )
}

interface WantedRequest {
  readonly url: string
  readonly body: RequestInit['body']
}

/** Returns the request that the client would send for a call. */
async function requestFor(endpoint: AnyEndpoint, params: object): Promise<WantedRequest> {
  let wanted: WantedRequest | undefined
  const fetch: Fetch = (input, init) => {
    wanted = { url: typeof input === 'string' ? input : new Request(input).url, body: init?.body }
    return Promise.reject(new TypeError('not sent'))
  }
  const client = createClient({ token: staticToken(placeholder), retry: false, fetch })
  try {
    await client.request(endpoint, params)
  } catch (error) {
    if (!isWeComError(error) || error.kind === 'validation') throw error
  }
  if (!wanted) throw new Error(`${endpoint.name}: the client sent nothing`)
  return wanted
}

/** Returns a text in quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
