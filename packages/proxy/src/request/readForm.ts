import { Refusal } from '../Refusal.ts'
import { parseJson } from './parseJson.ts'

/**
 * Reads a form in the format that the client of this SDK sends: files are unchanged, all other fields are JSON.
 *
 * @param maxText - maximum total number of characters of all fields except files.
 */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  maxText: number,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
    const entries = [...form]
    if (new Set(form.keys()).size < entries.length) throw new Refusal('duplicate')
    const textLength = entries.reduce((sum, [, value]) => sum + (typeof value === 'string' ? value.length : 0), 0)
    if (textLength > maxText) throw new Refusal('too_large')
    return Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? parseJson(value) : value]),
    )
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('bad_body')
  }
}
