import type { ConvertedTmpExternalUserid } from './convertTmpExternalUserids.ts'

export interface PartitionedTmpExternalUserids {
  succeeded: ConvertedTmpExternalUserid[]
  /** Temporary ids that are invalid, or that the app may not convert. */
  failed: string[]
}

/**
 * Separates the temporary ids that were converted from those that were not.
 * `convertTmpExternalUserids` succeeds even if no id can be converted.
 *
 * @param result - result of the call.
 * @param params - parameters of the same call; they name the others.
 * @returns both lists, in their original order.
 *
 * @example
 * const { succeeded, failed } = partitionTmpExternalUserids(await convertTmpExternalUserids(client, params), params)
 */
export function partitionTmpExternalUserids(
  { results }: { readonly results?: readonly ConvertedTmpExternalUserid[] | null | undefined },
  { tmp_external_userid_list }: { readonly tmp_external_userid_list: readonly string[] },
): PartitionedTmpExternalUserids {
  const succeeded = results ?? []
  const converted = new Set(succeeded.map(({ tmp_external_userid }) => tmp_external_userid))
  return {
    succeeded: [...succeeded],
    // Computed, because `invalid_tmp_external_userid_list` may be absent.
    failed: tmp_external_userid_list.filter((id) => !converted.has(id)),
  }
}
