import { findWords } from '#node/exchange/find-words.ts'
import { packBackup } from '#node/exchange/make-backup.ts'
import { makeBundle } from '#node/exchange/make-bundle.ts'
import { readBackup } from '#node/exchange/read-backup.ts'
import { restoreBackup } from '#node/exchange/restore-backup.ts'
import { makeSnapshot } from '#node/store/make-snapshot.ts'
import { AUDIENCES } from '#shared/privacy/project.ts'
import { CONSULTATION, idOf, sha256 } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { PLACES } from './a-consultation.ts'
import { Installation, must, PLACE } from './a-circle.ts'
import { confirmDrops, destroyHere, introduced, removePerson, said, sentBy, subjectOf, textOf } from './erased.ts'
import type { Sent, Subject } from './erased.ts'

/** What a person who knows nothing of the erasure may still send. */
type Old = Sent & { readonly isOld: true }

/** People work, someone is removed, and everything that may happen then happens. */
export class ErasureStory {
  readonly #random: Chance
  readonly #subject: Subject
  readonly #clock: () => number
  #here: Installation
  readonly #away: Installation
  readonly #old: Old[] = []
  readonly #imports: string[] = []
  #notes = 0

  constructor(seed: number) {
    this.#random = chance(seed)
    this.#subject = subjectOf(seed)
    let now = Date.UTC(2026, 0, 5, 9)
    this.#clock = () => (now += 1_000)
    this.#here = new Installation(`here ${seed}`, this.#clock)
    this.#away = new Installation(`away ${seed}`, this.#clock)
  }

  get #named(): string {
    const { name, givenName } = this.#subject.names
    return this.#random.one([`${givenName} ${name}`, `${name} ${givenName}`, `Mme ${name}`])
  }

  /** People work, name the person, correct what they wrote, and send it round. */
  async before(): Promise<void> {
    const [here, random] = [this.#here, this.#random]
    await here.start()
    for (const place of PLACES) await here.run(place)
    await here.run(introduced(this.#subject))
    await here.run({
      type: 'record.save',
      kind: 'person',
      record: this.#subject.person,
      set: { email: `${this.#subject.words[3]}@canari.example` },
    })
    for (let turn = 0; turn < 3 + random.below(3); turn += 1) await this.#work(here)
    if (random.in100(50)) {
      await this.#restart()
      await this.#snapshot()
    }
    await this.#away.start()
    await this.#away.putIn((await sentBy(here)).operations)
    this.#old.push({ ...(await sentBy(here)), isOld: true })
    // A new text that names someone, of which nothing was known here, is new words: only what was here can be erased.
    if (random.in100(60)) {
      for (let turn = 0; turn < 1 + random.below(3); turn += 1) await this.#work(this.#away)
      this.#imports.push(await here.putIn((await sentBy(this.#away)).operations))
    }
    for (const one of [here, this.#away]) must(await one.open.keepPoint('named', 'avant'))
    if (random.in100(60)) {
      await this.#restart()
      await this.#snapshot()
    }
    for (let turn = 0; turn < random.below(3); turn += 1) await this.#work(here)
    // Written by someone who will never have heard of it.
    await this.#away.run(said(idOf(`late ${this.#notes}`), 'Dit plus tard', this.#subject.speaker, 1 + random.below(3)))
    this.#old.push({ ...(await sentBy(this.#away)), isOld: true })
  }

  async #work(one: Installation): Promise<void> {
    const random = this.#random
    const note = idOf(`${one.name} note ${(this.#notes += 1)}`)
    const level = 1 + random.below(4)
    if (random.in100(50)) return one.run(said(note, 'Des bornes-fontaines', this.#subject.speaker, level))
    await one.run(said(note, `Comme ${this.#named} l’a dit`, null, level))
    if (random.in100(50)) await one.run(textOf(note, random.in100(50) ? 'Comme on l’a dit' : `${this.#named} l’a dit`))
    if (random.in100(20)) await one.run({ type: 'notes.remove', notes: [note] })
  }

  /** Removes the person; in a third of the cases the program ends before everything is off the disk. */
  async erase(): Promise<void> {
    await removePerson(this.#here, this.#subject.person)
    const told = await this.#leaving()
    if (told !== null) throw new Error(`before anything is destroyed, ${told}`)
    if (this.#random.in100(33)) {
      let left = this.#random.below(25)
      this.#here.disk.refuse = () => ((left -= 1) < 0 ? 'EIO' : null)
      await destroyHere(this.#here).catch(() => {})
      this.#here.disk.refuse = () => null
      await this.#restart()
    }
    await destroyHere(this.#here)
  }

  async after(): Promise<number> {
    const steps = 4 + this.#random.below(6)
    for (let step = 0; step < steps; step += 1) await this.#oneThing()
    await destroyHere(this.#here)
    return steps
  }

  async #oneThing(): Promise<void> {
    const [random, here] = [this.#random, this.#here]
    const imported = this.#imports.length === 0 ? null : random.one(this.#imports)
    switch (random.below(11)) {
      case 0:
      case 1:
        this.#imports.push(await here.putIn(random.one(this.#old).operations))
        break
      case 2:
        await here.open.undo(random.in100(50))
        break
      case 3:
        await here.open.redo(random.in100(50))
        break
      case 4:
        if (imported !== null) await here.open.setImport(imported, random.in100(50) ? 'withdraw' : 'restore')
        break
      case 5:
        await this.#goBack()
        break
      case 6:
        await this.#restart()
        break
      case 7:
        await this.#snapshot()
        break
      case 8:
        // A form that was left open, and words that nobody has to hide.
        await here.run(introduced(this.#subject))
        await here.run(said(idOf(`later ${(this.#notes += 1)}`), 'Une digue', this.#subject.speaker))
        break
      case 9:
        await this.#moveHouse()
        break
      case 10:
        await here.run(textOf(idOf(`${here.name} note 1`), 'Autrement dit')).catch(() => {})
        break
    }
  }

  async #restart(): Promise<void> {
    await this.#here.open.close()
    await this.#here.start()
  }

  async #snapshot(): Promise<void> {
    const { store } = this.#here.open
    if (store.state.destruction.isPending) return
    await makeSnapshot({ ...PLACE, settled: store.settled, at: this.#clock() }, this.#here.disk, sha256)
  }

  async #goBack(one = this.#here): Promise<void> {
    const history = await one.open.store.history()
    const points = history.flatMap(({ type }, index) => (type === 'point' ? [index + 1] : []))
    if (points.length > 0) await one.goBack(this.#random.one(points))
  }

  /** A backup of now, restored where nothing is. */
  async #moveHouse(): Promise<void> {
    const bytes = await this.#backup()
    if (bytes === null) return
    const disk = new MemoryLayer()
    must(await restoreBackup(must(await readBackup(bytes, null, sha256)), '/data', disk, sha256))
    await this.#here.open.close()
    this.#here = new Installation(`${this.#here.name} moved`, this.#clock, disk)
    await this.#here.start()
  }

  /** Null when it would need a passphrase, which costs too much here. */
  async #backup(): Promise<Uint8Array | null> {
    const place = { stream: idOf('series'), seq: 1, prev: null }
    const order = { consultation: CONSULTATION, place, at: this.#clock(), passphrase: null }
    const made = await packBackup(await this.#here.open.store.history(), order, sha256)
    return made.ok ? made.value.bytes : null
  }

  /** What is wrong once everything has happened; null when nothing is. */
  async complaint(isUnpacked: boolean): Promise<string | null> {
    const { words } = this.#subject
    const shown = JSON.stringify([...this.#here.open.records.values()])
    if (words.some((word) => shown.includes(word))) return 'the person is shown again'
    const onDisk = await this.#onDisk(this.#here.disk, isUnpacked)
    if (onDisk !== null) return onDisk
    const leaving = await this.#leaving()
    if (leaving !== null) return leaving
    return this.#elsewhere(isUnpacked)
  }

  async #onDisk(disk: MemoryLayer, isUnpacked: boolean): Promise<string | null> {
    for (const [path, bytes] of disk.files) {
      const found = isUnpacked
        ? await findWords(bytes, this.#subject.words)
        : this.#subject.words.filter((word) => Buffer.from(bytes).includes(word))
      if (found.length > 0) return `${path} still holds ${found.join(', ')}`
    }
    return null
  }

  /** What is hidden and still on the disk does not leave either. */
  async #leaving(here = this.#here): Promise<string | null> {
    const operations = await here.operations()
    const place = { stream: idOf('series'), seq: 1, prev: null }
    for (const audience of [this.#random.one(AUDIENCES), null]) {
      const kind = audience === null ? ('complete' as const) : ('projection' as const)
      const order = { kind, audience, consultation: CONSULTATION, place }
      const { bytes } = await makeBundle(operations, here.open.store.state.fold, order, sha256)
      const found = await findWords(bytes, this.#subject.words)
      if (found.length > 0) return `a ${kind} file says ${found.join(', ')}`
    }
    const backup = here === this.#away ? null : await this.#backup()
    const found = backup === null ? [] : await findWords(backup, this.#subject.words)
    return found.length === 0 ? null : `a backup says ${found.join(', ')}`
  }

  /** Whoever gets a file of now sees the person no more, and keeps nothing once they agree. */
  async #elsewhere(isUnpacked: boolean): Promise<string | null> {
    const { operations, drops } = await sentBy(this.#here)
    await this.#away.putIn(operations, drops)
    const shown = JSON.stringify([...this.#away.open.records.values()].filter(({ kind }) => kind !== 'note'))
    if (this.#subject.words.some((word) => shown.includes(word))) return 'the person is shown to who gets a file of now'
    await this.#goBack(this.#away)
    const told = await this.#leaving(this.#away)
    if (told !== null) return `where it is only hidden, ${told}`
    if (this.#random.in100(50)) await removePerson(this.#away, this.#subject.person)
    await confirmDrops(this.#away)
    await destroyHere(this.#away)
    return this.#onDisk(this.#away.disk, isUnpacked)
  }
}
