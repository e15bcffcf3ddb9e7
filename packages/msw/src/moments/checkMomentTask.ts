import { Refusal } from '../Refusal.ts'

type Sent = Readonly<Record<string, unknown>>

const kinds = ['image', 'link', 'video']
const maxImages = 9
const maxWidth = 4000

/** What WeCom has errcodes of its own for in the content of a moment. */
export function checkMomentTask({ text, attachments = [] }: Sent): void {
  const content = isObject(text) ? text['content'] : undefined
  if (!content && Array.isArray(attachments) && attachments.length === 0) throw new Refusal(41089)
  if (Array.isArray(attachments)) checkKinds(attachments.map((one) => (isObject(one) ? one['msgtype'] : undefined)))
  if (typeof content === 'string' && widthOf(content) > maxWidth) {
    throw new Refusal(40058, 'invalid text size. invalid Request Parameter')
  }
}

function checkKinds(found: readonly unknown[]): void {
  const [first] = found
  if (found.some((kind) => kind !== first || !kinds.includes(String(kind)))) {
    throw new Refusal(41065, 'invalid attachments msgtype')
  }
  if (found.length > (first === 'image' ? maxImages : 1)) throw new Refusal(41064, 'invalid attachments size')
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null
}

/** Sources name 2000 characters and 4000: both are right where a Chinese character counts as two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0)
}
