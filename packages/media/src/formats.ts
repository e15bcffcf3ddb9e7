export { imageSizeOf, kindOfContent, videoSecondsOf } from './formats/ofContent.ts'
export type { ImageSize } from './formats/ImageSize.ts'
