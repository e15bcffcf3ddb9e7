/**
 * WeCom's words without addresses: it writes down the one that the call came from, which is the proxy's, and something
 * on the way might write down where the call went.
 */
export function maskAddresses(errmsg: string): string {
  return errmsg
    .replace(/,? ?from ip:.*$/is, '')
    .replaceAll(/https?:\/\/[^\s,"]*/gi, '***')
    .replaceAll(likeIpv6, (text, address) => (URL.canParse(`http://[${address}]`) ? '***' : text))
    .replaceAll(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '***')
    .replaceAll(hostAndPort, '***')
}

/** Two colons at least, so a time of day, too: what is an address, URLs decide. With brackets there may be a port. */
const likeIpv6 = /(?<!\w)\[?((?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?:\.\d{1,3}){0,3})(?:%\w+)?(?!\w)(?:\](?::\d+)?)?/gi
/** Names with a dot: what has none reads like a field with its value. */
const hostAndPort = /(?:\b[\w-]+(?:\.[\w-]+)+|\blocalhost):\d{1,5}\b/gi
