import { writeFileSync } from 'node:fs'
import { renderFiles } from './renderFiles.ts'
import { root } from './root.ts'

for (const [path, text] of Object.entries(await renderFiles())) writeFileSync(new URL(path, root), text)
