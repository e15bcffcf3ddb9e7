/** WeCom's longest errmsgs have a few hundred characters. */
const maxLength = 2000

/**
 * WeCom's words without addresses: it writes down the one that the call came from, which is the proxy's, and something
 * on the way might write down where the call went.
 */
export function maskAddresses(errmsg: string): string {
  return cut(errmsg)
    .replace(/,? ?from ip:.*$/is, '')
    .replaceAll(/https?:\/\/[^\s,"]*/gi, '***')
    .replaceAll(likeIpv6, (text, address) => (URL.canParse(`http://[${address}]`) ? '***' : text))
    .replaceAll(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '***')
    .replaceAll(likeHostAndPort, (text, host) => (isHost(host) ? '***' : text))
}

/** Without the word at which it was cut, which may be half an address. */
function cut(errmsg: string): string {
  return errmsg.length > maxLength ? errmsg.slice(0, maxLength).split(' ').slice(0, -1).join(' ') : errmsg
}

/** Two colons at least, so a time of day, too: what is an address, URLs decide. With brackets there may be a port. */
const likeIpv6 = /(?<!\w)\[?((?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?:\.\d{1,3}){0,3})(?:%\w+)?(?!\w)(?:\](?::\d+)?)?/gi
/** Only where a name begins: tried at each of its characters, a long name would take the square of its length. */
const likeHostAndPort = /(?<![\w.-])([\w.-]+):\d{1,5}(?!\w)/g

/** Names with a dot: what has none reads like a field with its value. */
function isHost(name: string): boolean {
  return /[\w-]\.[\w-]/.test(name) || /\blocalhost$/i.test(name)
}
