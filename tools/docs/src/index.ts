export { type Block, readBlocks } from './blocks.ts'
export { readPage } from './workspace.ts'
