import { describe, expect, it } from 'vitest'
import { developmentServer, isOurs, isPage, isTrustedFrame } from '../../../electron/main/origin.ts'

const SERVER = 'http://localhost:5173'

describe('what is ours', () => {
  it('is our scheme with our name, and nothing that looks like it', () => {
    const ours = ['app://rapporteur/index.html', 'app://rapporteur/assets/a.js']
    const others = ['app://other/index.html', 'file:///index.html', 'data:text/html,x', 'https://rapporteur/', 'x', '']
    expect(ours.filter((address) => isOurs(address, undefined))).toEqual(ours)
    expect(others.filter((address) => isOurs(address, undefined))).toEqual([])
  })

  it('is the development server while developing, and then only that', () => {
    expect(isOurs('http://localhost:5173/index.html', SERVER)).toBe(true)
    expect(isOurs('http://localhost:5174/', SERVER)).toBe(false)
    expect(isOurs('app://rapporteur/index.html', SERVER)).toBe(false)
  })

  it('never comes from the environment once the program is packaged', () => {
    process.env['ELECTRON_RENDERER_URL'] = SERVER
    expect(developmentServer(false)).toBe(SERVER)
    expect(developmentServer(true)).toBeUndefined()
    delete process.env['ELECTRON_RENDERER_URL']
  })
})

describe('the page', () => {
  it('is one address, wherever it has scrolled to', () => {
    expect(isPage('app://rapporteur/index.html#notes', undefined)).toBe(true)
    expect(isPage('app://rapporteur/other.html', undefined)).toBe(false)
  })

  it('is trusted itself, but no frame within it, nor a frame that has gone', () => {
    const url = 'app://rapporteur/index.html'
    const frame = { url, parent: null }
    expect(isTrustedFrame(frame, undefined)).toBe(true)
    expect(isTrustedFrame({ url, parent: frame as never }, undefined)).toBe(false)
    expect(isTrustedFrame({ url: 'data:text/html,x', parent: null }, undefined)).toBe(false)
    expect(isTrustedFrame(null, undefined)).toBe(false)
  })
})
