import type { Handlers } from '#shared/contract/method.ts'
import type { PageContract } from '#shared/contract/contract.ts'
import type { CommandOf } from '#shared/edit/command.ts'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, done, type TestDesktop } from './desktop.ts'
import { aNote } from './note.ts'

const anId = (): string => fromBytes(randomBytes)

type Order = Parameters<Handlers<PageContract>['bundle.send']>[0]

/** Someone with a role in the example process, with a session and an axis to take notes in. */
export class Installation {
  readonly side: TestDesktop
  readonly consultation: string
  readonly session: string
  readonly axis: string

  constructor(side: TestDesktop, consultation: string, session: string, axis: string) {
    this.side = side
    this.consultation = consultation
    this.session = session
    this.axis = axis
  }

  static async begin(folder?: string): Promise<Installation> {
    const side = await aDesktop(folder)
    const { consultation, records } = done(await side.client['consultation.create']({ template: '001' }))
    const of = (kind: string): string =>
      records.find((record) => record.kind === kind && record.f['date'] === '2021-05-07')?.id ?? ''
    return new Installation(side, consultation, of('session'), of('axis'))
  }

  async note(text: string, more: Partial<CommandOf<'note.capture'>> = {}): Promise<string> {
    const note = more.note ?? anId()
    const { session, axis } = this
    done(await this.side.client['edit.apply']({ ...aNote({ note, text, session, axis }), ...more }))
    return note
  }

  async rewrite(note: string, text: string): Promise<void> {
    const blank = { addThemes: [], newThemes: [], removeThemes: [] }
    done(await this.side.client['edit.apply']({ type: 'notes.edit', notes: [note], set: { text }, ...blank }))
  }

  /** Someone who may speak in the session. */
  async speaker(name: string, set: Partial<CommandOf<'speaker.save'>> = {}): Promise<string> {
    const speaker = anId()
    done(
      await this.side.client['edit.apply']({
        type: 'speaker.save',
        speaker,
        session: this.session,
        person: anId(),
        name,
        givenName: '',
        organisation: null,
        newOrganisation: null,
        function: '',
        category: null,
        gender: null,
        region: null,
        speaksFor: 'self',
        size: null,
        slot: null,
        ...set,
      }),
    )
    return speaker
  }

  /** The path of a file that was sent. */
  async send(order: Order = { kind: 'complete', audience: 'section' }): Promise<string> {
    const sent = done(await this.side.client['bundle.send'](order))
    return this.side.delivered.get(sent?.name ?? '') ?? ''
  }

  async texts(): Promise<readonly string[]> {
    const { records } = done(await this.side.client['workspace.read']({}))
    return records.flatMap(({ kind, f }) => (kind === 'note' ? [String(f['text'])] : [])).toSorted()
  }
}
