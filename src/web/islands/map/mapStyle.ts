import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { PageData } from './page.ts'
import { colourOf, themed, type PaintedZone } from './paints.ts'

export const isHatched = (paint: string): boolean => paint === 'verdict-uncertain' || paint.endsWith('-likely')

/** Ground and stripe of a hatched paint, as names of the style sheet. */
export function hatchOf(paint: string): readonly [string, string] {
  const level = paint === 'verdict-uncertain' ? 'none' : (paint.split('-')[1] ?? 'none')
  return [`wash-${level}`, `ink-${level}`]
}

/** Zones among these codes. */
export function among(codes: readonly string[]): FilterSpecification {
  return ['in', ['get', 'code'], ['literal', [...codes]]]
}

/** A colour for every zone by its code; tiles hold no figures, so that they serve every map. */
export function fillColours(figure: Element, zones: readonly PaintedZone[]): ExpressionSpecification | string {
  const none = colourOf(figure, 'no-figure')
  const byPaint = Map.groupBy(zones, (zone) => zone.paint)
  const arms = [...byPaint]
    .filter(([paint]) => paint !== 'no-figure')
    .flatMap(([paint, painted]) => [painted.map((zone) => zone.code), isHatched(paint) ? none : colourOf(figure, paint)])
  return arms.length === 0 ? none : (['match', ['get', 'code'], ...arms, none] as unknown as ExpressionSpecification)
}

function placeLayers(): LayerSpecification[] {
  const [ink, paper] = [themed('--ink'), themed('--paper')]
  const isCluster: FilterSpecification = ['has', 'point_count']
  return [
    {
      id: 'places',
      type: 'circle',
      source: 'places',
      'source-layer': 'places',
      filter: ['!', isCluster],
      paint: { 'circle-radius': 5, 'circle-color': ink, 'circle-stroke-color': paper, 'circle-stroke-width': 1.5 },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'places',
      'source-layer': 'places',
      filter: isCluster,
      paint: {
        'circle-radius': ['step', ['get', 'point_count'], 12, 10, 15, 50, 19],
        'circle-color': ink,
        'circle-stroke-color': paper,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'places',
      'source-layer': 'places',
      filter: isCluster,
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': ['Atkinson Hyperlegible Next'],
        'text-size': 13,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': paper },
    },
  ]
}

/** Thousands of small zones would drown in their borders: those appear as one comes nearer. */
function borderWidth(zones: number): ExpressionSpecification {
  return zones > 1500
    ? ['interpolate', ['linear'], ['zoom'], 9, 0, 13, 1.2]
    : ['interpolate', ['linear'], ['zoom'], 7, 0.4, 11, 1.2]
}

function zoneLayers(figure: Element, zones: readonly PaintedZone[]): LayerSpecification[] {
  const line = { source: 'zones', 'source-layer': 'zones', type: 'line' } as const
  const hatched = [...new Set(zones.map((zone) => zone.paint).filter(isHatched))]
  return [
    {
      id: 'zones',
      type: 'fill',
      source: 'zones',
      'source-layer': 'zones',
      paint: { 'fill-color': fillColours(figure, zones), 'fill-antialias': true },
    },
    ...hatched.map((paint): LayerSpecification => ({
      id: paint,
      type: 'fill',
      source: 'zones',
      'source-layer': 'zones',
      filter: among(zones.filter((zone) => zone.paint === paint).map((zone) => zone.code)),
      paint: { 'fill-pattern': paint },
    })),
    {
      ...line,
      id: 'borders',
      paint: { 'line-color': themed('--paper'), 'line-width': borderWidth(zones.length) },
    },
    {
      ...line,
      id: 'empty-borders',
      filter: among(zones.filter((zone) => zone.paint === 'no-figure').map((zone) => zone.code)),
      paint: { 'line-color': themed('--field'), 'line-width': 0.6 },
    },
    { ...line, id: 'pointed', filter: among([]), paint: { 'line-color': themed('--ink'), 'line-width': 2 } },
    { ...line, id: 'chosen', filter: among([]), paint: { 'line-color': themed('--ink'), 'line-width': 3.5 } },
  ]
}

/** The layers over the base, in order: zones, borders, what is pointed at and chosen, the drawn area, places. */
export function layersOf(page: PageData, figure: Element, zones: readonly PaintedZone[]): LayerSpecification[] {
  return [
    ...zoneLayers(figure, zones),
    { id: 'area', type: 'fill', source: 'area', paint: { 'fill-color': themed('--rethink'), 'fill-opacity': 0.12 } },
    {
      id: 'area-line',
      type: 'line',
      source: 'area',
      paint: { 'line-color': themed('--rethink'), 'line-width': 2.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'area-corners',
      type: 'circle',
      source: 'area-corners',
      paint: { 'circle-radius': 4, 'circle-color': themed('--rethink') },
    },
    ...(page.places === '' ? [] : placeLayers()),
  ]
}

const noFeatures = { type: 'FeatureCollection', features: [] } as const

/** A style of our own: paper, our tiles, nothing from anybody else. */
export function styleOf(page: PageData): StyleSpecification {
  const tiles = { type: 'vector', minzoom: 5, maxzoom: 14 } as const
  return {
    version: 8,
    sources: {
      zones: { ...tiles, tiles: [page.zones] },
      ...(page.places === '' ? {} : { places: { ...tiles, tiles: [page.places] } }),
      area: { type: 'geojson', data: { ...noFeatures, features: [] } },
      'area-corners': { type: 'geojson', data: { ...noFeatures, features: [] } },
    },
    layers: [{ id: 'paper', type: 'background', paint: { 'background-color': themed('--paper') } }],
  }
}
