import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type FileSystem = 'ext4' | 'xfs'

const MAKE: Readonly<Record<FileSystem, readonly string[]>> = {
  ext4: ['mkfs.ext4', '-q', '-F'],
  xfs: ['mkfs.xfs', '-q', '-f'],
}
/** `shutdown` of a file system, without its journal: the same number for ext4 and XFS. */
const SHUT_DOWN = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))`

/** A file system of its own in a file, whose power can be cut. Throws when this computer does not allow it. */
export class LoopDisk {
  readonly folder: string
  readonly #image: string
  readonly #mount: string

  constructor(kind: FileSystem) {
    this.folder = mkdtempSync(join(tmpdir(), `rapporteur-${kind}-`))
    this.#image = join(this.folder, 'image')
    this.#mount = join(this.folder, 'disk')
    run('mkdir', this.#mount)
    run('truncate', '-s', '320M', this.#image)
    const [make = '', ...options] = MAKE[kind]
    run(make, ...options, this.#image)
    this.mount()
  }

  /** Where its files are. */
  get files(): string {
    return this.#mount
  }

  mount(): void {
    run('mount', '-o', 'loop', this.#image, this.#mount)
  }

  /** Nothing that the system still holds reaches the disk any more. */
  cutPower(): void {
    run('python3', '-c', SHUT_DOWN, this.#mount)
  }

  /** As after the start of the computer: the file system reads its journal. */
  async startAgain(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      await this.#unmount()
      this.mount()
      if (this.#answers()) return
      if (tries === 50) throw new Error(`${this.#mount} stays shut`)
      await new Promise((resume) => setTimeout(resume, 100))
    }
  }

  /** A namespace of another program may keep the former file system alive for a while, and then it is the same one. */
  #answers(): boolean {
    try {
      writeFileSync(join(this.#mount, 'answers'), '')
      return true
    } catch {
      return false
    }
  }

  async remove(): Promise<void> {
    await this.#unmount()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A program that has just been killed holds it for a moment. */
  async #unmount(): Promise<void> {
    for (let tries = 0; spawnSync('umount', [this.#mount]).status !== 0; tries += 1) {
      if (tries === 50) throw new Error(`${this.#mount} cannot be unmounted`)
      await new Promise((resume) => setTimeout(resume, 50))
    }
  }
}

function run(program: string, ...words: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr.trim()}`)
}
