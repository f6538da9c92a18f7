import { beforeEach, describe, expect, it } from 'vitest'
import { attachFiles, takeWaiting, useAttach } from '../../../../renderer/features/attachments/attach-store.ts'
import { edit } from '../../../../renderer/state/edits.ts'
import { aNote, placesIn } from '../../../build/note.ts'
import { aPage, records } from '../../state/a-page.ts'

const aText = (name: string): File => new File([name], name, { type: 'text/plain' })

/** A file that can be read when the test says so, or that has gone. */
class LateFile extends File {
  readonly #read: Promise<ArrayBuffer>

  constructor(name: string, read: Promise<ArrayBuffer>) {
    super([name], name, { type: 'text/plain' })
    this.#read = read
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#read
  }
}

const gone = (): File => new LateFile('parti.txt', Promise.reject(new DOMException('gone', 'NotFoundError')))

const waitingNames = (): readonly string[] => useAttach.getState().waiting.map(({ fileName }) => fileName)

const attachedTo = (note: string): readonly unknown[] =>
  [...records().values()].filter(({ f }) => f['note'] === note).map(({ f }) => f['fileName'])

describe('Files given while a note is being written', () => {
  aPage()
  beforeEach(() => {
    takeWaiting()
    useAttach.setState({ failure: null })
  })

  it('wait for it, and one that is gone is told without stopping the others', async () => {
    await attachFiles([aText('un.txt'), gone(), aText('deux.txt')], null)
    expect(waitingNames()).toEqual(['un.txt', 'deux.txt'])
    expect(useAttach.getState()).toMatchObject({ preparing: 0, failure: { reason: 'unreadable' } })
    await attachFiles([aText('trois.txt')], null)
    expect(waitingNames()).toEqual(['un.txt', 'deux.txt', 'trois.txt'])
  })

  it('follow the note they were given for, though it left while they were being made ready', async () => {
    const note = 'N'.repeat(22)
    await edit(aNote({ note, text: 'Le plan du quartier', ...placesIn(records().values()) }))
    const { promise, resolve } = later<ArrayBuffer>()
    const attached = attachFiles([new LateFile('plan.txt', promise)], null)
    const sendFilesTo = takeWaiting()
    resolve(new TextEncoder().encode('plan').buffer)
    await attached
    expect(waitingNames()).toEqual([])
    sendFilesTo(note)
    await expect.poll(() => attachedTo(note)).toEqual(['plan.txt'])
  })

  it('come back when its line does', async () => {
    await attachFiles([aText('un.txt')], null)
    takeWaiting()(null)
    expect(waitingNames()).toEqual(['un.txt'])
  })
})

function later<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
