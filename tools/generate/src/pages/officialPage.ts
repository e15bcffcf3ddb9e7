import { link } from './markdown.ts'
import type { Call } from './PackageCalls.ts'

/** Returns the official title of a call as a link to its official page. */
export function officialPage({ entry, docs }: Call): string {
  return link(entry.title_zh, `https://developer.work.weixin.qq.com/document/path/${docs}`)
}
