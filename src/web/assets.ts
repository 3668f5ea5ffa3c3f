import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleMap } from './mapBundle.ts'
import type { Script } from './page.ts'

export interface Asset {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** Static files by address, and the addresses that pages name; file names hold a hash of their content and never change meaning. */
export interface Assets {
  readonly byPath: ReadonlyMap<string, Asset>
  readonly css: string
  readonly scripts: Readonly<Record<Script, string>>
  readonly icon: string
  readonly textFont: string
  readonly headlineFont: string
}

const styleFiles = [
  'fonts',
  'base',
  'shell',
  'forms',
  'matrix',
  'evidence',
  'charts',
  'pages',
  'public',
  'accounts',
  'places',
  'maps',
  'mapColours',
  'administration',
  'imports',
  'surveys',
  'collection',
  'entry',
  'weights',
  'factsheets',
  'findings',
  'smallAreas',
  'segments',
  'regrouping',
  'portraits',
  'guide',
  'profiles',
  'print',
] as const

function read(specifier: string): Uint8Array<ArrayBuffer> {
  const url = specifier.startsWith('.') ? new URL(specifier, import.meta.url).href : import.meta.resolve(specifier)
  return new Uint8Array(readFileSync(fileURLToPath(url)))
}

function hashed(stem: string, extension: string, type: string, body: Uint8Array<ArrayBuffer>): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { name: `/assets/${stem}-${hash}.${extension}`, type, body }
}

const utf8 = new TextEncoder()
const javaScript = 'text/javascript; charset=utf-8'

function font(stem: string, specifier: string): Asset {
  return hashed(stem, 'woff2', 'font/woff2', read(specifier))
}

function script(stem: string, specifier: string): Asset {
  return hashed(stem, 'js', javaScript, read(specifier))
}

/** Reads all static files once, at start. */
export function loadAssets(): Assets {
  const fonts = {
    text: font(
      'atkinson',
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
    textExt: font(
      'atkinson-ext',
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
    ),
    headline: font('source-serif', '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
    headlineExt: font('source-serif-ext', '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2'),
  }
  const plain = styleFiles.map((name) => new TextDecoder().decode(read(`./styles/${name}.css`))).join('\n')
  const styled = plain.replaceAll(/font\((\w+)\)/g, (_, name: string) => {
    const held = fonts[name as keyof typeof fonts]
    if (!held) throw new Error(`styles name the font ${name}, which is not among ${Object.keys(fonts).join(', ')}`)
    return `url('${held.name}')`
  })
  const css = hashed('passerelle', 'css', 'text/css; charset=utf-8', utf8.encode(styled))
  const mapWorker = script('map-worker', 'maplibre-gl/dist/maplibre-gl-worker.mjs')
  const scripts = {
    htmx: script('htmx', 'htmx.org/dist/htmx.min.js'),
    sheet: script('sheet', './islands/sheet.js'),
    passkey: script('passkey', './islands/passkey.js'),
    map: hashed('map', 'js', javaScript, bundleMap(mapWorker.name)),
  }
  const icon = hashed('icon', 'svg', 'image/svg+xml', read('./islands/icon.svg'))
  const all = [...Object.values(fonts), css, icon, mapWorker, ...Object.values(scripts)]
  return {
    byPath: new Map(all.map((asset) => [asset.name, asset])),
    css: css.name,
    scripts: { htmx: scripts.htmx.name, sheet: scripts.sheet.name, passkey: scripts.passkey.name, map: scripts.map.name },
    icon: icon.name,
    textFont: fonts.text.name,
    headlineFont: fonts.headline.name,
  }
}
