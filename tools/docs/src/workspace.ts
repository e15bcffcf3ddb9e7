import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const workspace: string = fileURLToPath(new URL('../../..', import.meta.url))

/** Returns the folder of every project in the workspace. */
export function listFolders(): string[] {
  return globSync('{packages,tools}/*/package.json', { cwd: workspace }).map(dirname).toSorted()
}

/** Returns the path of every page of documentation in the workspace. */
export function listPages(): string[] {
  return globSync(
    [
      '*.md',
      'packages/*/README{,.zh-CN}.md',
      'packages/{callback,core,mock,proxy}/*.md',
      'tools/*/README.md',
      'tools/docs/*.md',
    ],
    {
      cwd: workspace,
    },
  ).toSorted()
}

/** Returns the path of the Chinese page for an English page. */
export function twinOf(page: string): string {
  return page.replace(/\.md$/, '.zh-CN.md')
}

export function isTwin(page: string): boolean {
  return page.endsWith('.zh-CN.md')
}

export function readPage(page: string): string {
  return readFileSync(join(workspace, page), 'utf8')
}
