import type { CatalogueErrcode } from '@wecom-tools/catalogue'
import { firstLine } from './firstLine.ts'

/** One exported constant for each code, so that what is not imported is not bundled. */
export function renderConstants(errcodes: readonly CatalogueErrcode[]): string {
  return `${firstLine('tools/catalogue/errors.yaml')}\n${errcodes.map(renderConstant).join('')}`
}

function renderConstant({ code, name, title_zh, meaning }: CatalogueErrcode): string {
  return `\n/** ${title_zh} — ${meaning} */\nexport const ${name} = ${code}\n`
}
