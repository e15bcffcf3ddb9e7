export * from './errcodes/constants.ts'
export type { ErrcodeClass, ErrcodeExplanation, ErrcodeRetry } from './errcodes/ErrcodeExplanation.ts'
export { explainErrcode } from './errcodes/explainErrcode.ts'
