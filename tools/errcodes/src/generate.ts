import { writeFileSync } from 'node:fs'
import { folder, renderFiles } from './renderFiles.ts'

for (const [name, text] of Object.entries(await renderFiles())) writeFileSync(new URL(name, folder), text)
