/** Characters. WeCom's longest errmsgs have a few hundred. */
const maxLength = 2000

/**
 * Removes addresses from an errmsg: WeCom writes the IP of the caller, which is the proxy's, and a gateway might write
 * the address of the server.
 */
export function maskAddresses(errmsg: string): string {
  return cut(errmsg)
    .replace(/,? ?from ip:.*$/is, '')
    .replaceAll(/https?:\/\/[^\s,"]*/gi, '***')
    .replaceAll(likeIpv6, (text, address) => (URL.canParse(`http://[${address}]`) ? '***' : text))
    .replaceAll(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '***')
    .replaceAll(likeHostAndPort, (text, host) => (isHost(host) ? '***' : text))
}

/** Cuts a text before a word, because half a word may be half an address. */
function cut(errmsg: string): string {
  return errmsg.length > maxLength ? errmsg.slice(0, maxLength).split(' ').slice(0, -1).join(' ') : errmsg
}

/**
 * At least two colons, so it also matches a time of day; `URL` decides what is an address. A port may follow brackets.
 */
const likeIpv6 = /(?<!\w)\[?((?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?:\.\d{1,3}){0,3})(?:%\w+)?(?!\w)(?:\](?::\d+)?)?/gi
/** Matches only at the beginning of a name: matching at each character would take quadratic time. */
const likeHostAndPort = /(?<![\w.-])([\w.-]+):\d{1,5}(?!\w)/g

/** Only names with a dot: others look like a field with its value. */
function isHost(name: string): boolean {
  return /[\w-]\.[\w-]/.test(name) || /\blocalhost$/i.test(name)
}
