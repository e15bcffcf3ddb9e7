import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'

/** @throws {Refusal} 48002: the app is one of the corp's own. */
export function onlyForProviders({ suite_id }: App): void {
  if (suite_id === undefined) throw new Refusal(48002)
}
