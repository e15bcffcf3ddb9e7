// Writes every file that is made from the catalogue.
import { writeFileSync } from 'node:fs'
import { renderSources } from './sources/renderSources.ts'
import { root } from './workspace.ts'

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(new URL(path, root), text)
}

write(await renderSources())
// The pages are made from the packages, which import the sources written above.
const { renderPages } = await import('./pages/renderPages.ts')
write(await renderPages())
