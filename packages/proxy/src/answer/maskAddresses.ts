// In characters. WeCom's longest errmsgs have a few hundred characters.
const maxLength = 2000

/**
 * Removes IP addresses, URLs and host names from an errmsg (WeCom's text about an error). Errmsgs contain the IP
 * address of the proxy. A server between the proxy and WeCom could also add its own address to an errmsg.
 */
export function maskAddresses(errmsg: string): string {
  return cut(errmsg)
    .replace(/,? ?from ip:.*/is, '')
    .replaceAll(/https?:\/\/[^\s,"]*/gi, '***')
    .replaceAll(likeIpv6, (text, address) => (URL.canParse(`http://[${address}]`) ? '***' : text))
    .replaceAll(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '***')
    .replaceAll(likeHostAndPort, (text, host) => (isHost(host) ? '***' : text))
}

function cut(errmsg: string): string {
  // A cut inside a word could leave half an address, which no pattern would match.
  return errmsg.length > maxLength ? errmsg.slice(0, maxLength).split(' ').slice(0, -1).join(' ') : errmsg
}

// A match may also be another text with two colons, such as a time. So the class `URL` checks each match afterwards. If
// the address is in brackets, the pattern also matches a port after the brackets.
const likeIpv6 = /(?<!\w)\[?((?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?:\.\d{1,3}){0,3})(?:%\w+)?(?!\w)(?:\](?::\d+)?)?/gi
// Matches only at the start of a name. A pattern that tries every character of a long name would take quadratic time.
const likeHostAndPort = /(?<![\w.-])([\w.-]+):\d{1,5}(?!\w)/g

function isHost(name: string): boolean {
  // Other names without a dot do not count: the text may be a field with its value, such as `limit:100`.
  return /[\w-]\.[\w-]/.test(name) || /\blocalhost$/i.test(name)
}
