import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderEasyWeChatPages } from './easywechatPages.ts'
import { workspace } from './workspace.ts'

for (const [page, text] of Object.entries(await renderEasyWeChatPages())) writeFileSync(join(workspace, page), text)
