import { newId } from '../kit/id.ts'
import { nextReading } from '../kit/hybrid-clock.ts'
import type { Clock, Digest, RandomBytes } from '../kit/ports.ts'
import type { Stamp } from '../operation/operation.ts'

/** One installation writing in one consultation, and what it needs to sign its writings. */
export interface Author {
  readonly consultation: string
  /** Fingerprint of the stream's key. */
  readonly stream: string
  /** Actor: the person at this computer, as a random id. */
  readonly by: string
  readonly digest: Digest
  readonly random: RandomBytes
  readonly clock: Clock
}

/** Where the stream stands: its last counter and its last clock reading. */
export interface Position {
  readonly counter: number
  readonly reading: string
}

/** Gives the stamps of one batch, one after the other, and where the stream stands afterwards. */
export function createStamper(author: Author, start: Position, batch: string) {
  // One command, one moment: what tells its writings apart is their order.
  const now = author.clock()
  let position = start
  return {
    next(): Stamp {
      position = { counter: position.counter + 1, reading: nextReading(position.reading, now) }
      return {
        x: newId(author.random),
        d: author.stream,
        n: position.counter,
        h: position.reading,
        by: author.by,
        batch,
      }
    },
    position: (): Position => position,
  }
}
