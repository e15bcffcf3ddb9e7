import { Refusal } from '../Refusal.ts'

/**
 * Files as they are; what stands beside them is JSON, as the client of this SDK sends it.
 *
 * @throws {Refusal} the body is no form, or a name comes twice.
 */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
    const entries = [...form].map(([name, value]) => [name, typeof value === 'string' ? JSON.parse(value) : value])
    if (new Set(form.keys()).size < entries.length) throw new Refusal('duplicate')
    return Object.fromEntries(entries) as Record<string, unknown>
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('bad_body')
  }
}
