import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderCorpPages } from './corpTables.ts'
import { renderEasyWeChatPages } from './easywechatPages.ts'
import { workspace } from './workspace.ts'

const pages = { ...(await renderEasyWeChatPages()), ...(await renderCorpPages()) }
for (const [page, text] of Object.entries(pages)) writeFileSync(join(workspace, page), text)
