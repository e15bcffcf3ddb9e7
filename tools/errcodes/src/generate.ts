import { writeFileSync } from 'node:fs'
import { packages, renderFiles } from './renderFiles.ts'

for (const [name, text] of Object.entries(await renderFiles())) writeFileSync(new URL(name, packages), text)
