import { formatText } from '../formatText.ts'
import { readText } from '../workspace.ts'
import { hasMarkers, putBetweenMarkers } from './betweenMarkers.ts'
import { coveragePage } from './coveragePage.ts'
import { functionsTable } from './functionsTable.ts'
import type { PackageCalls } from './PackageCalls.ts'
import { readPackages } from './readPackages.ts'

/** The generated pages, by path in the workspace. A README without markers is not among them. */
export async function renderPages(): Promise<Record<string, string>> {
  const packages = await readPackages()
  const pages = [['COVERAGE.md', coveragePage(packages)] as const, ...packages.flatMap(renderReadme)]
  const files = pages.map(async ([path, text]) => [path, await formatText(path, text)] as const)
  return Object.fromEntries(await Promise.all(files))
}

function renderReadme(one: PackageCalls): (readonly [path: string, text: string])[] {
  const path = `packages/${one.name}/README.md`
  const page = readText(path)
  return hasMarkers(page) ? [[path, putBetweenMarkers(page, functionsTable(one))]] : []
}
