import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Witness } from '../build/witness.ts'
import type { News } from './a-writer.ts'
import type { Judged } from './judge.ts'
import { listen, startBeside } from './listen.ts'

const MAY_MOUNT = process.getuid?.() === 0
const REMEDY = 'run it as root, or let people make user namespaces (unshare -rm)'

/** A real disk of 64 kB is filled: every refusal says so, and all that was acknowledged is there before and after. */
export async function fullDisk(): Promise<Judged | null> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-full-'))
  const witness = new Witness()
  const refusals: string[] = []
  const opened: (News & { type: 'opened' })[] = []
  let lost = 0
  try {
    await listen(startBeside('r4-full-disk', [folder], MAY_MOUNT ? [] : ['unshare', '-rm']), (news) => {
      if (news.type === 'refused') refusals.push(news.failure)
      else if (news.type !== 'opened') witness[news.type](news.id, news.text)
      else {
        opened.push(news)
        const { lost: gone, invented } = witness.judge(new Map(news.texts.filter(([, text]) => !PLACED.has(text))))
        lost += gone.length + invented.length
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const last = opened.at(-1)
  if (last === undefined) return { why: `a disk of 64 kB could not be made or opened: ${REMEDY}`, lost: 0 }
  if (lost > 0) return { why: `${lost} lost on a full disk`, lost }
  if (refusals.length === 0 || refusals.some((code) => code !== 'ENOSPC'))
    return { why: `refused: ${refusals.join()}`, lost: 0 }
  if (last.readOnly !== null || opened.length !== 3)
    return { why: 'it cannot be written to once there is room', lost: 0 }
  return null
}

/** What the consultation begins with. */
const PLACED: ReadonlySet<string> = new Set(['Eau', 'Plénière'])
