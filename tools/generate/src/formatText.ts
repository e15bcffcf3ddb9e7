import { readFileSync } from 'node:fs'
import { type FormatConfig, format } from 'oxfmt'

const options: FormatConfig = JSON.parse(readFileSync(new URL('../../../.oxfmtrc.json', import.meta.url), 'utf8'))

/**
 * Formats the text of a generated file as `npm run format` would leave it, so that generating again changes nothing.
 *
 * @param file - name or path; its ending tells the language.
 * @throws {Error} the text is not well formed.
 */
export async function formatText(file: string, text: string): Promise<string> {
  const { code, errors } = await format(file, text, options)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => `${file}: ${message}`).join('\n'))
  return code
}
