export { compareAnswers, countFields, type Difference } from './compareAnswers.ts'
export { renderReport } from './renderReport.ts'
export type { CallReport, Report } from './Report.ts'
export { verifyCorp, type VerifyOptions } from './verifyCorp.ts'
