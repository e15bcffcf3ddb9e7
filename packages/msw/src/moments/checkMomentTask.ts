import { Refusal } from '../Refusal.ts'

type Sent = Readonly<Record<string, unknown>>

const kinds = ['image', 'link', 'video']
const maxImages = 9

/** What WeCom has errcodes of its own for in the content of a moment. What is of a wrong type is left to the schema. */
export function checkMomentTask({ text = {}, attachments = [] }: Sent): void {
  if (!isObject(text) || !Array.isArray(attachments) || !attachments.every(isObject)) return
  if (!text['content'] && attachments.length === 0) throw new Refusal(41089)
  checkKinds(attachments.map(({ msgtype }) => msgtype))
}

function checkKinds(found: readonly unknown[]): void {
  const [first] = found
  if (found.some((kind) => kind !== first || !kinds.includes(String(kind)))) {
    throw new Refusal(41065, 'invalid attachments msgtype')
  }
  if (found.length > (first === 'image' ? maxImages : 1)) throw new Refusal(41064, 'invalid attachments size')
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
