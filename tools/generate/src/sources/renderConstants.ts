import type { CatalogueErrcode } from '@wecom-tools/catalogue'
import { firstLine } from './firstLine.ts'

/**
 * Returns the source of `constants.ts`, with one exported constant for each errcode. A bundle then contains only the
 * constants that a program imports.
 */
export function renderConstants(errcodes: readonly CatalogueErrcode[]): string {
  return `${firstLine('tools/catalogue/errors.yaml')}\n${errcodes.map(renderConstant).join('')}`
}

function renderConstant({ code, name, title_zh, meaning }: CatalogueErrcode): string {
  return `\n/** ${title_zh} — ${meaning} */\nexport const ${name} = ${code}\n`
}
