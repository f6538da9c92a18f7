import type { Command, CommandOf } from '#shared/edit/command.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { idOf } from './author.ts'
import { Device } from './device.ts'

interface SpeakerDetails {
  readonly session?: string
  readonly organisation?: string
  readonly function?: string
  readonly category?: string
  readonly gender?: string
  readonly phone?: string
}

interface NoteDetails {
  readonly session?: string
  readonly speaker?: string
  readonly level?: number
  readonly themes?: readonly string[]
  readonly lang?: string
  readonly kind?: string
}

/**
 * A consultation told line by line: `aWorkspace().session('Plénière', 1).speaker('Awa Diop').note('Plus d’eau')`. What is
 * not said is that of the last session or speaker told. Everything is found again by its words: `workspace.id('Plénière')`.
 */
export class Workspace {
  readonly device: Device
  private readonly ids = new Map<string, string>()
  private last = { session: '', speaker: null as string | null }

  constructor(device: Device | string = 'workspace') {
    this.device = typeof device === 'string' ? new Device(device) : device
    this.save('consultation', 'consultation', { label: 'Consultation', lang: 'fr' }, this.device.author.consultation)
    this.save('region', 'Afrique', { label: 'Afrique', code: 'AFR', state: 'held' })
    this.save('axis', 'Eau', { label: 'Eau', order: 1 })
  }

  id(words: string): string {
    const known = this.ids.get(words)
    if (known === undefined) throw new Error(`Nothing here is called ${words}`)
    return known
  }

  named(words: string, id = idOf(this.device.author.stream, words)): string {
    this.ids.set(words, id)
    return id
  }

  session(label: string, level?: number): this {
    this.last = { session: label, speaker: null }
    const set = { label, region: this.id('Afrique'), scale: 'regional', ...(level === undefined ? {} : { level }) }
    return this.save('session', label, set)
  }

  speaker(name: string, details: SpeakerDetails = {}): this {
    const organisation = details.organisation
    const isNew = organisation !== undefined && !this.ids.has(organisation)
    this.run({
      type: 'speaker.save',
      speaker: this.named(name),
      session: this.id(details.session ?? this.last.session),
      person: this.named(`person ${name}`),
      name,
      givenName: '',
      organisation: organisation === undefined || isNew ? null : this.id(organisation),
      newOrganisation: isNew ? { id: this.named(organisation), name: organisation } : null,
      function: details.function ?? '',
      category: details.category ?? null,
      gender: details.gender ?? null,
      region: null,
      speaksFor: 'delegation',
      size: null,
      slot: null,
    })
    if (details.phone !== undefined) {
      const set = { phone: details.phone }
      this.run({ type: 'record.save', kind: 'person', record: this.id(`person ${name}`), set })
    }
    this.last.speaker = name
    return this
  }

  note(text: string, { level, themes = [], ...details }: NoteDetails = {}): this {
    const speaker = details.speaker ?? this.last.speaker
    this.run({
      type: 'note.capture',
      note: this.named(text),
      text,
      lang: details.lang ?? 'fr',
      session: this.id(details.session ?? this.last.session),
      axis: this.id('Eau'),
      speaker: speaker === null ? null : this.id(speaker),
      noteKind: details.kind ?? 'idea',
      stance: 'supports',
      scope: 'undecided',
      themes: [],
      newThemes: themes.map((label) => ({ id: this.named(label), label })),
      at: Date.UTC(2026, 0, 5, 10),
      ...(level === undefined ? {} : { level }),
    })
    return this
  }

  attachment(label: string, on: string, digest: string, fileName = 'photo.jpg'): this {
    const file = { digest, media: 'image/jpeg', bytes: 3, fileName }
    this.device.run({ type: 'attachment.add', attachment: this.named(label), on: this.id(on), label, ...file })
    return this
  }

  edit(note: string, changes: Partial<Omit<CommandOf<'notes.edit'>, 'type' | 'notes'>>): this {
    const blank = { set: {}, addThemes: [], newThemes: [], removeThemes: [] }
    return this.run({ type: 'notes.edit', notes: [this.id(note)], ...blank, ...changes })
  }

  tighten(words: string, level: number): this {
    return this.run({ type: 'level.tighten', records: [this.id(words)], level })
  }

  loosen(words: string, level: number): this {
    return this.run({
      type: 'level.loosen',
      records: [this.id(words)],
      level,
      consent: this.named(`consent for ${words}`),
      who: 'Awa Diop',
      at: '2026-01-06',
      basis: 'relu et accepté',
    })
  }

  save(kind: string, words: string, set: CommandOf<'record.save'>['set'], id?: string): this {
    return this.run({ type: 'record.save', kind, record: this.named(words, id), set })
  }

  run(command: Command): this {
    this.device.run(command)
    return this
  }

  get operations(): readonly Operation[] {
    return [...this.device.operations.values()]
  }
}

export const aWorkspace = (device?: Device | string): Workspace => new Workspace(device)
