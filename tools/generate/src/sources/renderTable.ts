import type { CatalogueErrcode } from '@wecom-tools/catalogue'
import { firstLine } from './firstLine.ts'

/** Returns the source of the table that `explainErrcode` reads, with one errcode in each line. */
export function renderTable(errcodes: readonly CatalogueErrcode[]): string {
  return `${firstLine('tools/catalogue/errors.yaml')}
import type { ErrcodeRow } from './ErrcodeExplanation.ts'

// One row a line.
// oxfmt-ignore
export const table: Readonly<Record<number, ErrcodeRow>> = {
${errcodes.map((errcode) => `  ${key(errcode.code)}: [${cells(errcode).map(quote).join(', ')}],\n`).join('')}}
`
}

function cells({ name, title_zh, meaning, hint, class: errcodeClass, retry }: CatalogueErrcode): string[] {
  return [name, title_zh, meaning, hint, errcodeClass, retry]
}

function key(code: number): string {
  return code < 0 ? `'${code}'` : `${code}`
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`
}
