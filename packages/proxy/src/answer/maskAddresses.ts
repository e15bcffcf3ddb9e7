/**
 * WeCom's words without addresses: it writes down the one that the call came from, which is the proxy's, and something
 * on the way might write down where the call went.
 */
export function maskAddresses(errmsg: string): string {
  return errmsg
    .replace(/,? ?from ip:.*$/is, '')
    .replaceAll(/https?:\/\/[^\s,"]*/gi, '***')
    .replaceAll(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '***')
}
