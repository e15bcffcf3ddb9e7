export type { CallReport, Report } from './verify/Report.ts'
export type { Difference } from './verify/compareAnswers.ts'
export { renderReport } from './verify/renderReport.ts'
export { verifyCorp, type VerifyOptions } from './verify/verifyCorp.ts'
