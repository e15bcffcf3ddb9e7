import type { Served } from '../serve/serve.ts'
import { applyMassCallTicketServed } from './applyMassCallTicket.ts'
import { chatIdUpgradeServed } from './chatIdUpgrade.ts'
import { convertCorpGroupExternalUseridsToPendingIdsServed } from './convertCorpGroupExternalUseridsToPendingIds.ts'
import { convertExternalTagidsServed } from './convertExternalTagids.ts'
import { convertExternalUseridToOpenidServed } from './convertExternalUseridToOpenid.ts'
import { convertExternalUseridsToPendingIdsServed } from './convertExternalUseridsToPendingIds.ts'
import { convertFromServiceExternalUseridServed } from './convertFromServiceExternalUserid.ts'
import { convertTmpExternalUseridsServed } from './convertTmpExternalUserids.ts'
import { convertToServiceExternalUseridServed } from './convertToServiceExternalUserid.ts'
import { convertUnionidToCorpGroupExternalUseridsServed } from './convertUnionidToCorpGroupExternalUserids.ts'
import { convertUnionidToCorpGroupPendingIdServed } from './convertUnionidToCorpGroupPendingId.ts'
import { convertUnionidToExternalUseridServed } from './convertUnionidToExternalUserid.ts'
import { convertUnionidToExternalUserid3rdServed } from './convertUnionidToExternalUserid3rd.ts'
import { convertUnionidToExternalUseridLegacyServed } from './convertUnionidToExternalUseridLegacy.ts'
import { finishExternalUseridMigrationServed } from './finishExternalUseridMigration.ts'
import { finishOpenidMigrationServed } from './finishOpenidMigration.ts'
import { getNewExternalUseridsServed } from './getNewExternalUserids.ts'
import { getOpenidMigrationServed } from './getOpenidMigration.ts'

/** The endpoints of `@wecom/id-convert`, all of them. */
export const idConvertServed: readonly Served[] = [
  applyMassCallTicketServed,
  ...chatIdUpgradeServed,
  convertCorpGroupExternalUseridsToPendingIdsServed,
  convertExternalTagidsServed,
  convertExternalUseridToOpenidServed,
  convertExternalUseridsToPendingIdsServed,
  convertFromServiceExternalUseridServed,
  convertTmpExternalUseridsServed,
  convertToServiceExternalUseridServed,
  convertUnionidToCorpGroupExternalUseridsServed,
  convertUnionidToCorpGroupPendingIdServed,
  convertUnionidToExternalUseridServed,
  convertUnionidToExternalUserid3rdServed,
  convertUnionidToExternalUseridLegacyServed,
  finishExternalUseridMigrationServed,
  finishOpenidMigrationServed,
  getNewExternalUseridsServed,
  getOpenidMigrationServed,
]
