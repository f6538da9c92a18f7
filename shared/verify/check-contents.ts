import { isDropped } from '../operation/drop.ts'
import type { Findings } from './findings.ts'
import type { Content } from './placed.ts'
import type { Contents } from './verification.ts'

/**
 * Tells operations apart by what is left of their content: *present*, *dropped* (erased on purpose), *withheld* by whoever
 * sent them, *missing*. Whoever withholds takes the stamp away with the body, so a stamp without a body is a loss.
 */
export function checkContents({ placed, fold }: Content, findings: Findings): Contents {
  const contents = { present: 0, dropped: 0, withheld: 0, missing: 0 }
  for (const { operation, file, line } of placed) {
    const { id, body, stamp } = operation
    findings.examined('contents')
    if (isDropped(fold, operation)) contents.dropped += 1
    else if (body !== undefined || fold.known.get(id) === 'full') contents.present += 1
    else if (stamp === undefined) contents.withheld += 1
    else {
      contents.missing += 1
      findings.fault('contents', 'body-missing', file, line)
    }
  }
  return contents
}
