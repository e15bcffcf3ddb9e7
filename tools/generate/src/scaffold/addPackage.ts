import type { Tree } from '@nx/devkit'
import { camelCase } from './names.ts'
import { copyFile, createFile, readFile } from './files.ts'

/** Path of the package whose settings a new package copies. */
const model = 'packages/contacts'

/** Adds a domain package that has no calls yet. */
export async function addPackage(tree: Tree, name: string, description: string): Promise<void> {
  const folder = `packages/${name}`
  await createFile(
    tree,
    `${folder}/package.json`,
    packageJson(readFile(tree, `${model}/package.json`), name, description),
  )
  for (const file of ['LICENSE', 'tsconfig.json', 'tsconfig.build.json']) {
    copyFile(tree, `${model}/${file}`, `${folder}/${file}`)
  }
  await createFile(tree, `${folder}/README.md`, readme(name, description))
  await createFile(tree, `${folder}/README.zh-CN.md`, chineseReadme(name))
  await createFile(tree, `${folder}/src/index.ts`, '')
  await createFile(tree, `${folder}/src/conformance.test.ts`, conformanceTest(name))
}

function packageJson(text: string, name: string, description: string): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), name: `@wecom/${name}`, description })
}

function readme(name: string, description: string): string {
  return `# @wecom/${name}

${description}.

\`\`\`sh
npm install @wecom/core @wecom/${name}
\`\`\`

The examples use a \`client\`. Create it with \`createClient\` of [\`@wecom/core\`](../core/README.md), whose README also
describes tokens, retries and errors.

## Functions

<!-- functions -->
<!-- /functions -->

## Errcodes

<!-- errcodes -->
<!-- /errcodes -->
`
}

/**
 * Returns the Chinese README of a new package. The page has the headings and snippets of the English README. The author
 * of the package must add the first sentence.
 */
function chineseReadme(name: string): string {
  return `# @wecom/${name}

\`\`\`sh
npm install @wecom/core @wecom/${name}
\`\`\`

本页的示例使用客户端 \`client\`，它由 [\`@wecom/core\`](../core/README.zh-CN.md) 的函数 \`createClient\` 创建。token、重试和错误见 \`@wecom/core\` 的 README。

## 函数

<!-- functions -->
<!-- /functions -->

## 错误码

<!-- errcodes -->
<!-- /errcodes -->
`
}

function conformanceTest(name: string): string {
  const variable = camelCase(name)
  return `import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as ${variable} from './index.ts'

test('every endpoint is as the catalogue says', () => {
  const sourceDir = new URL('.', import.meta.url)
  expect(checkPackage({ name: '${name}', exports: ${variable}, sourceDir, complete: true })).toEqual([])
})
`
}
